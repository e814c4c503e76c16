using PdnColorize.Datasets;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Finds the pictures of data folders and chooses some of each source.</summary>
internal static class PictureList
{
    /// <summary>Chooses pictures.</summary>
    /// <param name="folders">Built data sets or folders of pairs.</param>
    /// <param name="perSource">How many of each source; all of a source that has fewer.</param>
    /// <returns>
    /// By source, then by name; a folder that is given twice counts once. Depends on the pictures' names alone, and where sources share a name on those of the folders above
    /// them, not on the order of folders or files.
    /// </returns>
    /// <exception cref="DatasetException">A folder holds neither a data set nor pairs.</exception>
    public static IReadOnlyList<ListedPicture> Choose(IEnumerable<string> folders, int perSource) =>
        [.. SourceNames.TellApart([.. folders.SelectMany(Find).DistinctBy(picture => (picture.Place, picture.Key))])
            .GroupBy(picture => picture.Source, StringComparer.Ordinal)
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .SelectMany(source => source
                .OrderBy(picture => StableHash.Of("evaluation", 0, picture.Key)).ThenBy(picture => picture.Key, StringComparer.Ordinal)
                .Take(perSource)
                .OrderBy(picture => picture.Key, StringComparer.Ordinal))];

    private static IEnumerable<ListedPicture> Find(string folder)
    {
        if (!Directory.Exists(folder)) throw new DatasetException($"There is no folder '{folder}'. Give one that 'dataset build' wrote, or one with pairs.");
        return File.Exists(Path.Combine(folder, ShardIndex.FileName)) ? FindInShards(folder) : PairFiles.Find(folder);
    }

    private static IEnumerable<ListedPicture> FindInShards(string folder)
    {
        ShardReader reader = ShardReader.Open(folder);
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        for (int i = 0; i < reader.Count; i++)
        {
            int index = i;
            string key = reader.ReadFacts(index).Key;
            int end = key.LastIndexOf('/');
            // Pictures that lie in the data set's input folder itself have no folder of their own to be named after.
            string source = end < 0 ? Path.GetFileName(root) : key[..end];
            yield return new ListedPicture(source, end < 0 ? root : Path.Combine(root, source), key, () => reader.ReadAt(index));
        }
    }
}
