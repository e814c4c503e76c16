namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Chooses the drawings of the contact sheets: the same for the same data, whatever else is evaluated.</summary>
internal static class SheetDrawings
{
    /// <summary>Takes drawings of all kinds in turn, and of a kind's sources in turn; the same picture twice only where there are not enough.</summary>
    /// <param name="pictures">What <see cref="PictureList.Find"/> gave.</param>
    /// <param name="kinds">The kinds to show.</param>
    /// <param name="count">How many drawings.</param>
    /// <returns>By kind.</returns>
    public static IReadOnlyList<(ListedPicture Picture, LineKind Kind)> Choose(IReadOnlyList<ListedPicture> pictures, IReadOnlyList<LineKind> kinds, int count)
    {
        List<ListedPicture>[] waiting = [.. kinds.Select((kind, i) => InTurn(pictures.Where(picture => picture.CanBe(kind)), (double)i / kinds.Count))];
        HashSet<ListedPicture> shown = [];
        List<(ListedPicture Picture, LineKind Kind)> chosen = [];
        while (chosen.Count < count && waiting.Any(list => list.Count > 0))
        {
            for (int i = 0; i < kinds.Count && chosen.Count < count; i++)
            {
                if (waiting[i].Count == 0) continue;
                ListedPicture next = waiting[i].Find(picture => !shown.Contains(picture)) ?? waiting[i][0];
                waiting[i].Remove(next);
                shown.Add(next);
                chosen.Add((next, kinds[i]));
            }
        }

        return [.. chosen.OrderBy(drawing => drawing.Kind)];
    }

    /// <summary>The first picture of each source, then the second ones, ...; begins with another source for each kind.</summary>
    private static List<ListedPicture> InTurn(IEnumerable<ListedPicture> pictures, double start)
    {
        ListedPicture[][] sources = [.. pictures.GroupBy(picture => picture.Source).Select(source => source.ToArray())];
        int first = (int)(start * sources.Length);
        return [.. sources.Index()
            .SelectMany(source => source.Item.Select((picture, rank) => (picture, rank, Turn: (source.Index - first + sources.Length) % sources.Length)))
            .OrderBy(place => place.rank).ThenBy(place => place.Turn)
            .Select(place => place.picture)];
    }
}
