using System.Diagnostics;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>The program and its native libraries.</summary>
public sealed class LibraryTests : IDisposable
{
    private static readonly string[] Copied = ["pdncolorize.dll", "pdncolorize.deps.json", "pdncolorize.runtimeconfig.json"];

    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task Libtorch_Missing_IsSaidInASentence()
    {
        string program = ProgramWithout("libtorch_cpu.so");
        string drawing = _folder.Add("rooms.png", TestPictures.Rooms());

        using Process colorize = Pdncolorize.StartIn(program, ["colorize", drawing, "-o", _folder["out.png"]]);
        (await Pdncolorize.Finish(colorize)).AssertFailed(1, "A library is missing: 'torch_cpu' of libtorch", "pdncolorize doctor");

        using Process doctor = Pdncolorize.StartIn(program, ["doctor"]);
        CommandResult found = await Pdncolorize.Finish(doctor);
        Assert.Equal((1, ""), (found.ExitCode, found.Error));
        Assert.Matches(@"(?m)^\s*missing\s+libtorch\s+'torch_cpu' of libtorch cannot be loaded", found.Output);
        Assert.Matches(@"(?m)^libtorch: \w", found.Output);
        // TorchSharp's own search would have copied it here from NuGet's folder.
        Assert.False(Directory.Exists(Path.Combine(program, "cpu")));
    }

    /// <summary>As on a processor without AVX-512: float32 takes other ways through libtorch, one of which warns on some machines.</summary>
    [LinuxFact]
    public async Task Libtorch_OnAnOlderProcessor_WarnsOfNothing()
    {
        string drawing = _folder.Add("rooms.png", TestPictures.Rooms());

        using Process colorize = Pdncolorize.Start(["colorize", drawing, "-o", _folder["out.png"]], ("DOTNET_EnableAVX512", "0"));

        (await Pdncolorize.Finish(colorize)).AssertDone();
    }

    /// <summary>The built program in a folder of its own, as links but for what .NET looks beside.</summary>
    private string ProgramWithout(string library)
    {
        string program = Directory.CreateDirectory(_folder["program"]).FullName;
        foreach (string path in Directory.EnumerateFiles(AppContext.BaseDirectory))
        {
            string name = Path.GetFileName(path);
            if (name == library) continue;
            if (Copied.Contains(name)) File.Copy(path, Path.Combine(program, name));
            else File.CreateSymbolicLink(Path.Combine(program, name), path);
        }

        foreach (string name in (string[])["models", "imagemagick"]) Directory.CreateSymbolicLink(Path.Combine(program, name), Path.Combine(AppContext.BaseDirectory, name));
        return program;
    }
}
