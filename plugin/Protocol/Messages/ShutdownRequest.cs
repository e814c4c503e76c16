namespace PdnColorize.Protocol.Messages;

/// <summary>Asks the daemon to end.</summary>
public sealed record ShutdownRequest
{
    /// <summary>
    /// True: no new jobs are taken, the running one is finished, those that wait are answered with <see cref="Errors.DaemonErrorCode.ShuttingDown"/>.
    /// False: the running one is cancelled too.
    /// </summary>
    public bool FinishRunningJob { get; init; } = true;
}
