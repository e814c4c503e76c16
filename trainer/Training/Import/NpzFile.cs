using System.IO.Compression;

namespace PdnColorize.Training.Import;

/// <summary>A NumPy .npz file: a zip file of .npy arrays.</summary>
internal static class NpzFile
{
    /// <summary>Arrays that a file may hold; the article's network has 104, and its optimizer's state would not be ten times that.</summary>
    private const int MostArrays = 4096;

    /// <summary>Elements of all arrays together: ten times the article's network.</summary>
    private const long MostElements = 200_000_000;

    private const string Extension = ".npy";

    /// <summary>Reads the arrays that are wanted.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isWanted">Whether the array of a name is; the others are not looked into.</param>
    /// <returns>The arrays by their names, without ".npy".</returns>
    /// <exception cref="TrainingException">It cannot be read, or is no such file.</exception>
    public static IReadOnlyDictionary<string, NpyArray> Read(string path, Func<string, bool> isWanted)
    {
        try
        {
            using ZipArchive archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MostArrays) throw new TrainingException($"'{path}' holds {archive.Entries.Count} files, too many for a network.");
            Dictionary<string, NpyArray> arrays = new(StringComparer.Ordinal);
            long left = MostElements;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                if (!entry.FullName.EndsWith(Extension, StringComparison.Ordinal)) throw new TrainingException($"'{path}' holds '{entry.FullName}', which is no NumPy array. Give a file that save_npz wrote.");
                string name = entry.FullName[..^Extension.Length];
                if (!isWanted(name)) continue;
                using Stream stream = entry.Open();
                NpyArray array = NpyReader.Read(stream, name, left);
                left -= array.Values.LongLength;
                if (!arrays.TryAdd(name, array)) throw new TrainingException($"'{path}' holds '{name}' twice. Give a file that save_npz wrote.");
            }

            return arrays;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new TrainingException($"'{path}' cannot be read as an npz file: {e.Message} Give a file that Chainer's save_npz wrote.", e);
        }
    }
}
