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

    /// <summary>Has no memory for any job.</summary>
    OutOfMemory,

    /// <summary>Has a model that gives numbers which are none.</summary>
    BadResult,

    /// <summary>Refuses each job with an error that nobody knows yet.</summary>
    NewError,

    /// <summary>Is killed in the middle of each job.</summary>
    DieInJob,

    /// <summary>Is killed in the middle of the first job of all; later processes are good.</summary>
    DieInFirstJob,

    /// <summary>Is about to end when the first job of all comes; later processes are good.</summary>
    LeaveAtFirstJob,

    /// <summary>Works on each job until it is cancelled, and reports progress: in the first stage.</summary>
    Slow,

    /// <summary>As <see cref="Slow"/>, but each job waits for others.</summary>
    SlowQueued,

    /// <summary>As <see cref="Slow"/>, but the model is being loaded.</summary>
    SlowLoading,

    /// <summary>As <see cref="Slow"/>, in the second stage.</summary>
    SlowStage2,

    /// <summary>As <see cref="Slow"/>, while the result is handed over.</summary>
    SlowWrite,

    /// <summary>Takes jobs and never says a word again, cancelled or not.</summary>
    Silent,

    /// <summary>Ends when it is asked to, before it has answered.</summary>
    DieAtShutdown,

    /// <summary>Listens as another user. Only on Linux, and only for root.</summary>
    Foreign,
}
