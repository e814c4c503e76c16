using System.Diagnostics;

namespace PdnColorize.Windows.Tests;

/// <summary>Runs Windows programs. What Wine 8 needs that Windows does not is set here, and nowhere in the product.</summary>
internal static class Wine
{
    /// <summary>A Windows program, ready to start.</summary>
    /// <param name="prefix">Wine's folder for what it knows of its machine.</param>
    /// <param name="program">Its path.</param>
    /// <param name="arguments">Its arguments; for paths see <see cref="PathOf"/>.</param>
    public static ProcessStartInfo Program(string prefix, string program, params string[] arguments)
    {
        ProcessStartInfo start = new(Find())
        {
            ArgumentList = { program },
            WorkingDirectory = Path.GetDirectoryName(program)!,
            Environment =
            {
                ["WINEPREFIX"] = prefix,
                // Not Wine's complaints about what it does not implement, but those about what went wrong: a thread that it ended, for instance.
                ["WINEDEBUG"] = "fixme-all",
                // .NET's write-protected code: .NET ends with an internal error when it collects dynamic methods.
                ["DOTNET_EnableWriteXorExecute"] = "0",
                // OpenMP asks for the processors of a NUMA node, which Wine does not tell, and ends the program.
                ["KMP_AFFINITY"] = "disabled",
                // Wine does not save the registers of AMX: an illegal instruction.
                ["ONEDNN_MAX_CPU_ISA"] = "AVX512_CORE_BF16",
            },
        };
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        // .NET on Linux has these for itself.
        foreach (string name in (string[])["DOTNET_ROOT", "DOTNET_HOST_PATH", "TMPDIR"]) start.Environment.Remove(name);
        return start;
    }

    /// <summary>How a Windows program calls a file of this machine: Wine shows the root folder as drive Z.</summary>
    public static string PathOf(string path) => "Z:" + path.Replace('/', '\\');

    private static string Find()
    {
        string[] candidates =
        [
            .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').SelectMany(folder => (string[])[Path.Combine(folder, "wine64"), Path.Combine(folder, "wine")]),
            // Debian's package wine64 alone puts nothing on the PATH.
            "/usr/lib/wine/wine64",
        ];
        string? found = candidates.FirstOrDefault(File.Exists);
        Assert.True(found is not null, "Wine is missing: run 'bash installer/install-prerequisites.sh --tests'.");
        return found;
    }
}
