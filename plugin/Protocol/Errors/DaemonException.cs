namespace PdnColorize.Protocol.Errors;

/// <summary>The one exception of the client and the protocol, beside <see cref="OperationCanceledException"/> for the caller's own token. The message is for the user, in English.</summary>
/// <remarks>
/// The daemon sends it as a JSON-RPC error: <see cref="Code"/> is the code, <see cref="Exception.Message"/> the message, <see cref="ToData"/> the data. The inner
/// exception is for the log of the process it arose in, and never leaves it.
/// </remarks>
#pragma warning disable CA1032 // Without a code it would be of no use.
public sealed class DaemonException : Exception
#pragma warning restore CA1032
{
    /// <summary>Creates the exception with the sentence of its code.</summary>
    /// <param name="code">What happened.</param>
    /// <param name="innerException">Why; for the log.</param>
    /// <param name="arguments">Values of the sentence's placeholders.</param>
    public DaemonException(DaemonErrorCode code, Exception? innerException, params IEnumerable<(string Name, string Value)> arguments)
        : this(code, null, arguments.ToDictionary(argument => argument.Name, argument => argument.Value), innerException)
    {
    }

    /// <summary>Creates the exception with the sentence of its code.</summary>
    /// <param name="code">What happened.</param>
    /// <param name="arguments">Values of the sentence's placeholders.</param>
    public DaemonException(DaemonErrorCode code, params IEnumerable<(string Name, string Value)> arguments)
        : this(code, null, arguments)
    {
    }

    private DaemonException(DaemonErrorCode code, string? message, IReadOnlyDictionary<string, string> arguments, Exception? innerException)
        : base(message ?? DaemonErrorText.Format(DaemonErrorText.TemplateOf(code), arguments), innerException)
    {
        Code = code;
        Arguments = arguments;
    }

    /// <summary>What happened.</summary>
    public DaemonErrorCode Code { get; }

    /// <summary>Values of the sentence's placeholders, for other languages.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; }

    /// <summary>Turns an error of the daemon back into the exception.</summary>
    /// <param name="code">The JSON-RPC error's code. One that this version does not know becomes <see cref="DaemonErrorCode.Unknown"/>, with the daemon's message.</param>
    /// <param name="message">Its message: a sentence for the user.</param>
    /// <param name="data">Its data.</param>
    public static DaemonException FromWire(int code, string message, DaemonErrorData? data)
    {
        DaemonErrorCode known = Enum.IsDefined((DaemonErrorCode)code) ? (DaemonErrorCode)code : DaemonErrorCode.Unknown;
        return known != DaemonErrorCode.Unknown
            ? new DaemonException(known, null, data?.Arguments ?? new Dictionary<string, string>(), null)
            : new DaemonException(known, message, new Dictionary<string, string> { ["reason"] = message }, null);
    }

    /// <summary>What goes over the wire beside code and message.</summary>
    public DaemonErrorData ToData() => new() { Arguments = Arguments };
}
