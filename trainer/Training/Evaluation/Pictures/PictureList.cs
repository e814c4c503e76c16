using PdnColorize.Datasets;
using PdnColorize.Datasets.Building;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Finds the pictures of data folders and chooses some of each source.</summary>
internal static class PictureList
{
    /// <summary>Lists all pictures.</summary>
    /// <param name="folders">Built data sets or folders of pairs.</param>
    /// <param name="index">Which pairs may be used; all when null.</param>
    /// <returns>
    /// By source, then in the order in which they are chosen; a folder that is given twice counts once. Depends on the pictures' names alone, and where sources share a name on
    /// those of the folders above them, not on the order of folders or files.
    /// </returns>
    /// <exception cref="DatasetException">A folder holds neither a data set nor pairs.</exception>
    public static IReadOnlyList<ListedPicture> Find(IEnumerable<string> folders, PairsIndex? index = null) =>
        [.. SourceNames.TellApart([.. folders.SelectMany(folder => FindIn(folder, index)).DistinctBy(picture => (picture.Place, picture.Key))])
            .OrderBy(picture => picture.Source, StringComparer.Ordinal)
            .ThenBy(picture => StableHash.Of("evaluation", 0, picture.Key)).ThenBy(picture => picture.Key, StringComparer.Ordinal)];

    /// <summary>Chooses pictures.</summary>
    /// <param name="pictures">What <see cref="Find"/> gave.</param>
    /// <param name="perSource">How many of each source; all of a source that has fewer.</param>
    /// <returns>By source, then by name.</returns>
    public static IReadOnlyList<ListedPicture> Choose(IReadOnlyList<ListedPicture> pictures, int perSource) =>
        [.. pictures.GroupBy(picture => picture.Source, StringComparer.Ordinal)
            .SelectMany(source => source.Take(perSource).OrderBy(picture => picture.Key, StringComparer.Ordinal))];

    private static IEnumerable<ListedPicture> FindIn(string folder, PairsIndex? index)
    {
        if (!Directory.Exists(folder)) throw new DatasetException($"There is no folder '{folder}'. Give one that 'dataset build' wrote, or one with pairs.");
        return File.Exists(Path.Combine(folder, ShardIndex.FileName)) ? FindInShards(folder) : PairFiles.Find(folder, index);
    }

    private static IEnumerable<ListedPicture> FindInShards(string folder)
    {
        ShardReader reader = ShardReader.Open(folder);
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        for (int i = 0; i < reader.Count; i++)
        {
            int index = i;
            SampleFacts facts = reader.ReadStoredFacts(index);
            string key = facts.Key;
            int end = key.LastIndexOf('/');
            // Pictures that lie in the data set's input folder itself have no folder of their own to be named after.
            string source = end < 0 ? Path.GetFileName(root) : key[..end];
            string place = end < 0 ? root : Path.Combine(root, source);
            yield return new ListedPicture(source, place, key, facts.Extractors[0] == PictureDrawing.TrueLines, () => reader.ReadAt(index));
        }
    }
}
