namespace PdnColorize.TestDaemon;

/// <summary>Reads what daemons noted, while they may be writing.</summary>
public static class NotebookReader
{
    /// <summary>All lines, in order; none if no daemon has noted anything yet.</summary>
    /// <param name="path">The file that the daemons were given.</param>
    /// <exception cref="DirectoryNotFoundException">The test's folder is gone.</exception>
    public static IReadOnlyList<string> Read(string path)
    {
        while (true)
        {
            try
            {
                using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite);
                using StreamReader reader = new(file);
                return reader.ReadToEnd().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
            }
            catch (IOException e) when (e is not DirectoryNotFoundException)
            {
                // A daemon is writing this very moment.
                Thread.Sleep(5);
            }
        }
    }

    /// <summary>The lines that begin with a word, without it.</summary>
    /// <param name="path">The file that the daemons were given.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="DirectoryNotFoundException">The test's folder is gone.</exception>
    public static IReadOnlyList<string> Read(string path, string word) =>
        [.. Read(path).Where(line => line.StartsWith(word, StringComparison.Ordinal)).Select(line => line[word.Length..].Trim())];
}
