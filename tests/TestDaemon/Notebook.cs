namespace PdnColorize.TestDaemon;

/// <summary>A file in which the daemon notes what it does, for the test to read. Several processes may write to it.</summary>
internal sealed class Notebook(string path)
{
    /// <summary>Adds a line.</summary>
    public void Add(string line)
    {
        while (true)
        {
            try
            {
                using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.None);
                using StreamWriter writer = new(file);
                writer.WriteLine(line);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                // The test is over.
                Environment.Exit(1);
            }
            catch (IOException)
            {
                Thread.Sleep(1);
            }
        }
    }

    /// <summary>Opens the file to write to later, by a user who may not open it any more.</summary>
    public StreamWriter Open() => new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };

    /// <summary>Whether this is the first call of any process.</summary>
    public bool IsFirst(string what)
    {
        try
        {
            File.Open($"{path}.{what}", FileMode.CreateNew).Dispose();
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
