namespace PdnColorize.Host.Batch;

/// <summary>Checks where results go before minutes are spent on making them.</summary>
internal static class OutputFolder
{
    /// <summary>Sees that files can be made in a folder, by making one that the system removes at once.</summary>
    /// <exception cref="UsageException">The folder is missing or cannot be written to.</exception>
    public static void Check(string folder)
    {
        if (!Directory.Exists(folder)) throw new UsageException($"There is no folder '{folder}' for the output. Create it first.");
        string trial = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
        try
        {
            new FileStream(trial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Nothing can be written into the folder '{folder}'. Choose another one for the output.", e);
        }
    }
}
