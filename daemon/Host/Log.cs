using Microsoft.Extensions.Logging;
using PdnColorize.Colorization.Models;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host;

/// <summary>Everything the daemon logs, in one place, so that it can be seen that no pixels, document names or paths are among it.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Started: build {Build}, process {ProcessId}, idle limit {IdleLimit}")]
    public static partial void Started(ILogger logger, string build, int processId, TimeSpan idleLimit);

    [LoggerMessage(2, LogLevel.Information, "Listening")]
    public static partial void Listening(ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "Stopping: {Reason}")]
    public static partial void Stopping(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger logger);

    [LoggerMessage(5, LogLevel.Information, "Removed {Count} abandoned blocks of pixels")]
    public static partial void PixelsRemoved(ILogger logger, int count);

    [LoggerMessage(6, LogLevel.Warning, "Abandoned pixels could not be looked for: {Error}")]
    public static partial void PixelsNotRemoved(ILogger logger, string error);

    [LoggerMessage(7, LogLevel.Error, "The job that ran has not ended {Time} after it was cancelled; the process ends without it")]
    public static partial void JobHangs(ILogger logger, TimeSpan time);

    [LoggerMessage(10, LogLevel.Information, "Connection {Connection} opened")]
    public static partial void ConnectionOpened(ILogger logger, long connection);

    [LoggerMessage(11, LogLevel.Information, "Connection {Connection}: hello from {Client} build {Build}, process {ProcessId}, protocol {Protocol}")]
    public static partial void Hello(ILogger logger, long connection, string client, string build, int processId, string protocol);

    [LoggerMessage(12, LogLevel.Information, "Connection {Connection} closed: {Reason}")]
    public static partial void ConnectionClosed(ILogger logger, long connection, string reason);

    [LoggerMessage(13, LogLevel.Warning, "Connection {Connection} refused: {Count} are open already")]
    public static partial void ConnectionRefused(ILogger logger, long connection, int count);

    [LoggerMessage(14, LogLevel.Warning, "A connection could not be accepted: its caller left at once or is not this user, or the system is short of something; listening again")]
    public static partial void AcceptFailed(ILogger logger, Exception exception);

    [LoggerMessage(20, LogLevel.Information, "Job {Job} accepted on connection {Connection}: {Width} x {Height}, {JobsAhead} ahead")]
    public static partial void JobAccepted(ILogger logger, long job, long connection, int width, int height, int jobsAhead);

    [LoggerMessage(21, LogLevel.Information, "Job {Job} done in {Milliseconds:0} ms with {Model} on {Device}")]
    public static partial void JobDone(ILogger logger, long job, double milliseconds, string model, string device);

    [LoggerMessage(22, LogLevel.Information, "Job {Job} cancelled")]
    public static partial void JobCancelled(ILogger logger, long job);

    [LoggerMessage(23, LogLevel.Warning, "Job {Job} refused or failed: {Code}")]
    public static partial void JobFailed(ILogger logger, long job, DaemonErrorCode code);

    [LoggerMessage(24, LogLevel.Error, "Unexpected error")]
    public static partial void Unexpected(ILogger logger, Exception exception);

    [LoggerMessage(25, LogLevel.Warning, "Refused: {Code}")]
    public static partial void Refused(ILogger logger, DaemonErrorCode code, Exception cause);

    [LoggerMessage(30, LogLevel.Information, "Model {Model} loaded on {Device}")]
    public static partial void ModelLoaded(ILogger logger, string model, string device);

    [LoggerMessage(31, LogLevel.Information, "Model {Model} changed on disk and was replaced on {Device}")]
    public static partial void ModelReplaced(ILogger logger, string model, string device);

    [LoggerMessage(32, LogLevel.Warning, "Model {Model} changed on disk but does not load yet ({Error}); the former one goes on")]
    public static partial void ModelKept(ILogger logger, string model, ModelError error);

    [LoggerMessage(36, LogLevel.Warning, "Model {Model} changed on disk and cannot be loaded ({Error}); the job that wants it next tries again")]
    public static partial void ModelNotRefreshed(ILogger logger, string model, string error);

    [LoggerMessage(33, LogLevel.Warning, "Model folders are not watched ({Error}); each job looks for itself")]
    public static partial void NotWatching(ILogger logger, string error);

    [LoggerMessage(34, LogLevel.Warning, "{Device} is out of memory; going on with the processor")]
    public static partial void OutOfDeviceMemory(ILogger logger, string device);

    [LoggerMessage(35, LogLevel.Warning, "The default model could not be loaded ahead of the first job: {Error}")]
    public static partial void NotWarm(ILogger logger, string error);
}
