using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Host;

/// <summary>Exit codes of the command line.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The command line cannot be carried out: unknown option or device, an output that cannot be written.</summary>
    public const int WrongUsage = 2;

    /// <summary>A picture or hint layer cannot be used.</summary>
    public const int BadInput = 3;

    /// <summary>The model is missing, damaged, or gave no picture.</summary>
    public const int BadModel = 4;

    /// <summary>Not enough memory.</summary>
    public const int OutOfMemory = 5;

    /// <summary>Some of several pictures failed; the others are done.</summary>
    public const int SomeFailed = 6;

    /// <summary>The daemon that was to be started runs already; callers rely on this number.</summary>
    public const int AlreadyRunning = ServeExitCode.AlreadyRunning;

    /// <summary>No daemon runs.</summary>
    public const int NotRunning = 8;

    /// <summary>The daemon was asked to end and has not yet.</summary>
    public const int StillRunning = 9;

    /// <summary>A part of the program is missing or broken; 'pdncolorize doctor' says which.</summary>
    public const int Broken = 1;

    /// <summary>Cancelled by the user: 128 + SIGINT, as shells have it.</summary>
    public const int Cancelled = 130;
}
