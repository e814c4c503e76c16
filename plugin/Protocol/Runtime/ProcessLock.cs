using PdnColorize.Protocol.Errors;

namespace PdnColorize.Protocol.Runtime;

/// <summary>
/// A lock between the user's processes, held by an open file. The operating system releases it when its process ends, however that happens, and the file is
/// removed. Unlike a mutex it belongs to no thread.
/// </summary>
public sealed class ProcessLock : IDisposable
{
    private readonly FileStream _file;
    private int _disposed;

    private ProcessLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if it is free; never waits.</summary>
    /// <param name="path">The file: <see cref="DaemonAddress.DaemonLock"/> or <see cref="DaemonAddress.StartLock"/>.</param>
    /// <returns>The lock, or null while another process, or another part of this one, holds it.</returns>
    /// <exception cref="DaemonException">UnsafeFolder: the file cannot be created.</exception>
    public static ProcessLock? TryTake(string path)
    {
        while (true)
        {
            FileStream? file = TryOpen(path);
            if (file is null) return null;
            if (OperatingSystem.IsWindows() || IsStillThere(file, path)) return new ProcessLock(file);
            // The one before removed the file after we had opened it: what we hold has no name any more. Take the next.
            file.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0) return;
        // Removed before it is released, so that it is ours that is removed; see IsStillThere.
        if (!OperatingSystem.IsWindows()) TryDelete(_file.Name);
        _file.Dispose();
    }

    private static FileStream? TryOpen(string path)
    {
        FileStreamOptions options = new()
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            // On Unix this would also remove a file of the same name that is not ours.
            Options = OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path, options);
        }
        catch (DirectoryNotFoundException e)
        {
            throw new DaemonException(DaemonErrorCode.UnsafeFolder, e, ("folder", Path.GetDirectoryName(path) ?? path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A sharing violation; on Windows also 'access denied' while the one before is being deleted.
            return null;
        }
    }

    private static bool IsStillThere(FileStream file, string path) =>
        !OperatingSystem.IsWindows() && UnixFileFacts.Of(path) is { } named && named == UnixFileFacts.Of(file.SafeFileHandle);

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left behind it does no harm: the next to lock it removes it.
        }
    }
}
