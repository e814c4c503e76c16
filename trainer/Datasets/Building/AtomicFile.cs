namespace PdnColorize.Datasets.Building;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>How the names of unfinished files end.</summary>
    public const string TemporaryEnd = ".tmp";

    /// <summary>Writes under a temporary name in the same folder, then renames; on any failure nothing is left behind.</summary>
    public static void Write(string path, Action<FileStream> write)
    {
        string temporary = path + TemporaryEnd;
        try
        {
            using (FileStream stream = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
                write(stream);
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <inheritdoc cref="Write(string, Action{FileStream})"/>
    public static void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));
}
