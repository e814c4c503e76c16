namespace PdnColorize.Colorization.Pictures;

/// <summary>Writes files whole or not at all.</summary>
internal static class AtomicFile
{
    /// <summary>Writes under a temporary name in the same folder, then renames.</summary>
    /// <exception cref="PictureWriteException">The folder is missing or cannot be written to.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string full = Path.GetFullPath(path);
        // Not the result's own name with an addition: that one may be as long as the system allows already.
        string temporary = Path.Combine(Path.GetDirectoryName(full) ?? full, $".{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
                stream.Write(bytes);
            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryDelete(temporary);
            string reason = e.Message.Replace(temporary, full, StringComparison.Ordinal);
            throw new PictureWriteException($"Cannot write '{path}': {reason} Choose a folder that exists and may be written to.", e);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The folder that refused the file may refuse this too; the first error is the one to report.
        }
    }
}
