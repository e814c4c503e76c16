using System.Runtime.Versioning;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Protocol.Pixels;

/// <summary>
/// Shared memory on Linux: a file in a folder of the user's own, in memory (/dev/shm) when that has room. It is read and written, not mapped: were it mapped, the
/// other side could cut it short and the next touch would end this process with SIGBUS; and for one pass over the pixels a copy by the kernel is faster than
/// the page faults of a fresh mapping.
/// </summary>
/// <remarks>
/// Whoever has such a file open holds a shared lock on it (flock, which .NET takes for every open file), and the kernel drops it when the process ends. So a file
/// that can be locked exclusively is abandoned, whatever became of process numbers in the meantime.
/// </remarks>
[UnsupportedOSPlatform("windows")]
internal sealed class FilePixelMemory : IPixelMemory
{
    private const string Extension = ".pixels";

    /// <summary>Room is taken in steps of 10 ms or less, between which it can be cancelled.</summary>
    private const long PrepareStep = 16L * 1024 * 1024;

    /// <summary>Between the creation of a file and its lock lies an instant in which it looks abandoned.</summary>
    private static readonly TimeSpan YoungestAbandoned = TimeSpan.FromSeconds(10);

    private readonly FileStream _file;
    private readonly bool _isCreator;

    private FilePixelMemory(string name, FileStream file, bool isCreator)
    {
        Name = name;
        _file = file;
        _isCreator = isCreator;
        Length = RandomAccess.GetLength(file.SafeFileHandle);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long Length { get; }

    public static FilePixelMemory Create(string name, long length)
    {
        string path = Path.Combine(PixelFolders.ForNew(length), name + Extension);
        FileStream? file = null;
        try
        {
            // CreateNew is O_EXCL: it follows no link and takes over no file.
            file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            file.SetLength(length);
            return new FilePixelMemory(name, file, isCreator: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (file is not null)
            {
                file.Dispose();
                File.Delete(path);
            }

            throw PixelErrors.NoMemory(e);
        }
    }

    public static FilePixelMemory Open(string name)
    {
        foreach (string folder in PixelFolders.All())
        {
            string path = Path.Combine(folder, name + Extension);
            if (!File.Exists(path)) continue;
            try
            {
                return OpenFile(name, path);
            }
            catch (FileNotFoundException)
            {
                // The creator was faster.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw PixelErrors.Unavailable("they cannot be opened", e);
            }
        }

        throw PixelErrors.Unavailable("they are not there any more");
    }

    public static int RemoveAbandoned()
    {
        int removed = 0;
        foreach (string folder in PixelFolders.All())
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*" + Extension))
            {
                if (IsAbandoned(path)) removed++;
            }
        }

        return removed;
    }

    /// <inheritdoc/>
    public unsafe void Read(long offset, Span<byte> destination)
    {
        PixelErrors.CheckRange(offset, destination.Length, Length);
        fixed (byte* pointer = destination)
        {
            nint start = (nint)pointer;
            CopyInParts.Run(destination.Length, (first, count) => ReadPart(offset + first, new Span<byte>((byte*)start + first, count)));
        }
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> source)
    {
        PixelErrors.CheckRange(offset, source.Length, Length);
        try
        {
            // Not in parts: Linux lets one thread at a time write to a file.
            RandomAccess.Write(_file.SafeFileHandle, source, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PixelErrors.NoMemory(e);
        }
    }

    /// <inheritdoc/>
    public void Prepare(CancellationToken cancellationToken)
    {
        for (long offset = 0; offset < Length && !cancellationToken.IsCancellationRequested; offset += PrepareStep)
        {
            if (!UnixFileSpace.TryAllocate(_file.SafeFileHandle, offset, Math.Min(PrepareStep, Length - offset))) return;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isCreator)
        {
            try
            {
                File.Delete(_file.Name);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The folder is gone, or no longer ours: the file is as good as gone.
            }
        }

        // The name is gone at once. The bytes, if nobody else holds them, take as long to go as to copy.
        FileClosing.Close(_file, Length);
    }

    private void ReadPart(long offset, Span<byte> destination)
    {
        try
        {
            while (!destination.IsEmpty)
            {
                int read = RandomAccess.Read(_file.SafeFileHandle, destination, offset);
                if (read == 0) throw PixelErrors.Unavailable("there are fewer bytes than claimed");
                destination = destination[read..];
                offset += read;
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PixelErrors.Unavailable("they cannot be read", e);
        }
    }

    private static FilePixelMemory OpenFile(string name, string path)
    {
        FileStream file = new(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
        });
        // Of the open file, not of the path: nothing can change between the check and the use.
        UnixFileFacts facts = UnixFileFacts.Of(file.SafeFileHandle);
        if (facts.IsRegularFile && facts.IsOursAlone) return new FilePixelMemory(name, file, isCreator: false);
        file.Dispose();
        throw PixelErrors.Unavailable("they belong to somebody else");
    }

    private static bool IsAbandoned(string path)
    {
        try
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < YoungestAbandoned) return false;
            using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            File.Delete(path);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
