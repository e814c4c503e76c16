namespace PdnColorize.Trainer;

/// <summary>Exit codes of the command line; those that the daemon's has too mean the same.</summary>
internal static class ExitCode
{
    /// <summary>Done, or ended by the user or the time limit with everything saved.</summary>
    public const int Done = 0;

    /// <summary>A part of the program is missing or broken.</summary>
    public const int Broken = 1;

    /// <summary>The command line or a setting is wrong, or an output cannot be written.</summary>
    public const int WrongUsage = 2;

    /// <summary>The data set or the run folder cannot be used.</summary>
    public const int BadInput = 3;

    /// <summary>The model cannot be used or written.</summary>
    public const int BadModel = 4;

    /// <summary>Training diverged; the last checkpoint is good.</summary>
    public const int Diverged = 7;

    /// <summary>Ended by Ctrl+C; what is done is kept (128 + SIGINT, as shells say).</summary>
    public const int Cancelled = 130;
}
