using System.Diagnostics;

namespace PdnColorize.Protocol.Tests.Runtime;

/// <summary>Runs programs of the system.</summary>
internal static class Programs
{
    public static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
