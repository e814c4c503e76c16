namespace PdnColorize.Protocol.Runtime;

/// <summary>Exit codes of <c>pdncolorize serve</c> that callers know the meaning of.</summary>
public static class ServeExitCode
{
    /// <summary>Another daemon of the same address holds <see cref="DaemonAddress.DaemonLock"/>: call that one.</summary>
    public const int AlreadyRunning = 7;
}
