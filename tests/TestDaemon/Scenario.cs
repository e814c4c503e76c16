namespace PdnColorize.TestDaemon;

/// <summary>What the daemon does.</summary>
public enum Scenario
{
    /// <summary>Colours by turning each byte into its opposite.</summary>
    Good,

    /// <summary>Writes sixty lines and ends with exit code 3.</summary>
    DieWhileStarting,

    /// <summary>The first process of all is killed before it listens; later ones are good.</summary>
    DieInFirstStart,

    /// <summary>The first process of all is killed when it is greeted; later ones are good.</summary>
    DieAtFirstHello,

    /// <summary>Answers its first hello two seconds late.</summary>
    SlowAtFirstHello,

    /// <summary>Never listens.</summary>
    HangWhileStarting,

    /// <summary>Listens, and never answers hello.</summary>
    HangAtHello,

    /// <summary>Answers hello with something else.</summary>
    NonsenseAtHello,

    /// <summary>Speaks the major version before.</summary>
    TooOld,

    /// <summary>Speaks the next major version.</summary>
    TooNew,

    /// <summary>Refuses each job.</summary>
    Busy,

    /// <summary>Refuses each job with an error that nobody knows yet.</summary>
    NewError,

    /// <summary>Is killed in the middle of each job.</summary>
    DieInJob,

    /// <summary>Is killed in the middle of the first job of all; later processes are good.</summary>
    DieInFirstJob,

    /// <summary>Is about to end when the first job of all comes; later processes are good.</summary>
    LeaveAtFirstJob,

    /// <summary>Works on each job until it is cancelled, and reports progress.</summary>
    Slow,

    /// <summary>Takes jobs and never says a word again, cancelled or not.</summary>
    Silent,

    /// <summary>Listens as another user. Only on Linux, and only for root.</summary>
    Foreign,
}
