namespace PdnColorize.Protocol.Errors;

/// <summary>
/// What can go wrong. The numbers are the <c>code</c> of JSON-RPC errors, outside the range that JSON-RPC keeps for itself; they never change their meaning.
/// 10xx arise at the caller, 11xx in the daemon.
/// </summary>
public enum DaemonErrorCode
{
    /// <summary>A code that this version does not know. The message is the daemon's own.</summary>
    Unknown = 0,

    /// <summary>The daemon's executable is nowhere.</summary>
    DaemonNotFound = 1001,

    /// <summary>The daemon's executable cannot be started, or ended while starting.</summary>
    DaemonStartFailed = 1002,

    /// <summary>The daemon started but did not listen in time.</summary>
    DaemonStartTimeout = 1003,

    /// <summary>A daemon listens, but nobody takes the call.</summary>
    DaemonNotAnswering = 1004,

    /// <summary>The pipe belongs to another user.</summary>
    ForeignDaemon = 1005,

    /// <summary>The folder for pipes and pixels belongs to somebody else, or others may write to it.</summary>
    UnsafeFolder = 1006,

    /// <summary>The connection broke; the daemon ended or crashed.</summary>
    ConnectionLost = 1007,

    /// <summary>The daemon has an older major version.</summary>
    DaemonTooOld = 1008,

    /// <summary>The caller has an older major version.</summary>
    CallerTooOld = 1009,

    /// <summary>The daemon's answer makes no sense.</summary>
    BadAnswer = 1010,

    /// <summary>No daemon runs, and the caller did not want one started.</summary>
    DaemonNotRunning = 1011,

    /// <summary>There is no room for the pixels that are handed over.</summary>
    NoPixelMemory = 1012,

    /// <summary>A call before hello.</summary>
    HelloRequired = 1101,

    /// <summary>As many connections as the daemon serves.</summary>
    TooManyConnections = 1102,

    /// <summary>One job runs and as many wait as may.</summary>
    Busy = 1103,

    /// <summary>A newer request for the same document took this one's place.</summary>
    Superseded = 1104,

    /// <summary>The daemon is about to end.</summary>
    ShuttingDown = 1105,

    /// <summary>The request makes no sense.</summary>
    InvalidRequest = 1106,

    /// <summary>The picture is larger than the daemon accepts.</summary>
    PictureTooLarge = 1107,

    /// <summary>The shared pixels are missing, belong to somebody else, or are smaller than claimed.</summary>
    PixelsUnavailable = 1108,

    /// <summary>The drawing holds no lines.</summary>
    NoLineArt = 1109,

    /// <summary>The hint layer cannot be used with the drawing.</summary>
    BadHints = 1110,

    /// <summary>There is no such model.</summary>
    ModelNotFound = 1111,

    /// <summary>The model cannot be used.</summary>
    ModelDamaged = 1112,

    /// <summary>The device asked for is not there.</summary>
    DeviceUnavailable = 1113,

    /// <summary>Not enough memory, even with the smallest tiles on the processor.</summary>
    OutOfMemory = 1114,

    /// <summary>The model gave NaN or one even colour.</summary>
    BadResult = 1115,

    /// <summary>A library of the daemon is missing.</summary>
    LibraryMissing = 1116,

    /// <summary>Something that should not happen.</summary>
    InternalError = 1199,
}
