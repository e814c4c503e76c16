using System.Text;

namespace PdnColorize.Host.Logging;

/// <summary>
/// A text file that is put away when it grows too large: daemon.log, then daemon.1.log, daemon.2.log, ... the oldest is deleted. Trouble with the disk is swallowed: a log must
/// never be why a job fails.
/// </summary>
/// <param name="folder">Made if it does not exist.</param>
/// <param name="maximumBytes">Size at which a file is put away.</param>
/// <param name="files">Files kept, the current one included; at least 1.</param>
internal sealed class RollingFile(string folder, long maximumBytes, int files) : IDisposable
{
    private const string Name = "daemon";

    private readonly Lock _lock = new();
    private FileStream? _stream;

    /// <summary>The file that is written now.</summary>
    public string CurrentPath => PathOf(0);

    /// <summary>Writes a line and hands it to the system at once, so that a crash loses nothing.</summary>
    public void WriteLine(string line)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(line + "\n");
        lock (_lock)
        {
            try
            {
                if (_stream is not null && _stream.Length > 0 && _stream.Length + bytes.Length > maximumBytes) PutAway();
                _stream ??= Open();
                _stream.Write(bytes);
                _stream.Flush();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Close();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock) Close();
    }

    private FileStream Open()
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        FileStreamOptions options = new() { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(CurrentPath, options);
    }

    private void PutAway()
    {
        Close();
        File.Delete(PathOf(files - 1));
        for (int i = files - 2; i >= 0; i--)
            if (File.Exists(PathOf(i))) File.Move(PathOf(i), PathOf(i + 1), overwrite: true);
    }

    private void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private string PathOf(int age) => Path.Combine(folder, age == 0 ? $"{Name}.log" : $"{Name}.{age}.log");
}
