using System.Diagnostics;

namespace PdnColorize.Windows.Tests;

/// <summary>The programs, published for Windows once for all tests of this project.</summary>
[CollectionDefinition(nameof(WindowsPrograms))]
public sealed class WindowsPrograms : IAsyncLifetime, ICollectionFixture<WindowsPrograms>
{
    private static readonly TimeSpan PublishLimit = TimeSpan.FromMinutes(20);

    private static readonly string Root = FindRoot();

    /// <summary>Not beside the other builds: these have another platform, and would spoil what is built there.</summary>
    private static readonly string Artifacts = Path.Combine(Root, "artifacts", "windows");

    private static readonly string[] ForWindows = ["-r", "win-x64", "--self-contained"];

    /// <summary>The program as it ships.</summary>
    public string Pdncolorize { get; } = Path.Combine(Artifacts, "pdncolorize", "pdncolorize.exe");

    /// <summary>Runs tests of assemblies that were published with it.</summary>
    public string Runner { get; } = Path.Combine(Artifacts, "runner", "WindowsRunner.exe");

    /// <summary>The daemon that the client's tests start.</summary>
    public string TestDaemon { get; } = Path.Combine(Artifacts, "daemon", "TestDaemon.exe");

    /// <summary>The daemon that the tests of daemon and effect start: as it ships, with an engine without networks.</summary>
    public string DaemonWithTestEngine { get; } = Path.Combine(Artifacts, "engine", "DaemonWithTestEngine.exe");

    /// <summary>The effect, in a folder as it is installed.</summary>
    public string Plugin { get; } = Path.Combine(Artifacts, "AutoColorize");

    /// <summary>Wine's idea of a machine; kept, because making one takes a while.</summary>
    public string WinePrefix { get; } = Path.Combine(Artifacts, "wine");

    public async Task InitializeAsync()
    {
        if (OperatingSystem.IsWindows()) return;
        await PublishAsync(Path.Combine("daemon", "Host", "Host.csproj"), Path.GetDirectoryName(Pdncolorize)!, ForWindows);
        await PublishProgramAsync("WindowsRunner", Path.GetDirectoryName(Runner)!);
        await PublishProgramAsync("TestDaemon", Path.GetDirectoryName(TestDaemon)!);
        await PublishProgramAsync("DaemonWithTestEngine", Path.GetDirectoryName(DaemonWithTestEngine)!);
        await PublishAsync(Path.Combine("plugin", "Effect", "Effect.csproj"), Plugin);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static Task PublishProgramAsync(string project, string folder) =>
        PublishAsync(Path.Combine("tests", project, project + ".csproj"), folder, ForWindows);

    /// <summary>A file of the repository.</summary>
    public static string InRepository(params string[] names) => Path.Combine([Root, .. names]);

    private static async Task PublishAsync(string project, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet")
        {
            ArgumentList =
            {
                "publish", Path.Combine(Root, project), "-c", "Release",
                "--artifacts-path", Path.Combine(Artifacts, "build"), "-o", folder, "-v", "quiet", "-nologo", "-nodeReuse:false",
            },
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        // Those of the build that runs this test are not for another build.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        (int exitCode, string output) = await Programs.RunAsync(start, PublishLimit);
        Assert.True(exitCode == 0, output);
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "PdnColorize.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
