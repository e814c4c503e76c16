using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace PdnColorize.DaemonTests.Support;

/// <summary>A script of the folder <c>node</c>, running: the other side of a connection in another language, on another JSON-RPC library.</summary>
internal sealed class NodeProcess : IDisposable
{
    private static readonly string Folder =
        typeof(NodeProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "NodeFolder").Value!;

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
            StandardOutputEncoding = Encoding.UTF8,
        };
        return new NodeProcess(Process.Start(start)!);
    }

    /// <summary>The next line that the script prints.</summary>
    public async Task<string> ReadLineAsync() =>
        await _process.StandardOutput.ReadLineAsync().WaitAsync(RunningDaemon.Patience)
        ?? throw new InvalidOperationException($"The script printed nothing but this: {await _process.StandardError.ReadToEndAsync().WaitAsync(RunningDaemon.Patience)}");

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill();
        _process.Dispose();
    }
}
