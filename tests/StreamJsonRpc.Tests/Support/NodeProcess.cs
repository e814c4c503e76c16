using System.Diagnostics;
using System.Reflection;

namespace StreamJsonRpc.Tests.Support;

/// <summary>A script of the folder <c>node</c>, running.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly string Folder =
        typeof(NodeProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "NodeFolder").Value!;

    private readonly Process _process;

    private NodeProcess(Process process) => _process = process;

    public static NodeProcess Start(string script, params string[] arguments)
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", "vscode-jsonrpc", "package.json")))
            throw new InvalidOperationException("vscode-jsonrpc is not installed. Run 'bash installer/install-prerequisites.sh --tests' once.");
        ProcessStartInfo start = new("node", [script, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        return new NodeProcess(Process.Start(start)!);
    }

    /// <summary>A pipe that both sides can open; node wants its path, and on Linux .NET takes a path for a name.</summary>
    public static (string Name, string Path) NewPipe()
    {
        string name = $"pdn-test-{Guid.NewGuid():N}";
        if (OperatingSystem.IsWindows()) return (name, @"\\.\pipe\" + name);
        string path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), name + ".sock");
        return (path, path);
    }

    /// <summary>The next line that the script prints.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().Soon()
        ?? throw new InvalidOperationException($"The script ended without a word: {await _process.StandardError.ReadToEndAsync().Soon()}");

    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().Soon();
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
