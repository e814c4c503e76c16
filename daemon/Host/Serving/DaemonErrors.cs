using System.Text.RegularExpressions;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Engine;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host.Serving;

/// <summary>Translates exceptions for callers: a code, a sentence, and nothing of this machine, neither paths nor stack traces.</summary>
internal static partial class DaemonErrors
{
    /// <summary>Translates an exception; the original becomes the inner exception, for the log.</summary>
    /// <param name="exception">What went wrong.</param>
    /// <param name="model">The model that was asked for.</param>
    /// <param name="device">The device in use.</param>
    public static DaemonException From(Exception exception, string model, string device) => exception switch
    {
        DaemonException known => known,
        HintLayerException => new(DaemonErrorCode.BadHints, exception, ("reason", FirstSentence(exception.Message))),
        PictureException => new(DaemonErrorCode.NoLineArt, exception),
        ModelException { Error: ModelError.NotFound } => new(DaemonErrorCode.ModelNotFound, exception, ("model", model)),
        ModelException e => new(DaemonErrorCode.ModelDamaged, exception, ("model", model), ("reason", ModelProblems.Describe(e.Error))),
        DeviceException => new(DaemonErrorCode.DeviceUnavailable, exception, ("device", device), ("reason", "this machine does not offer it")),
        ColorizationException => new(DaemonErrorCode.BadResult, exception, ("reason", FirstSentence(exception.Message))),
        _ when MemoryErrors.IsOutOfMemory(exception) => new(DaemonErrorCode.OutOfMemory, exception),
        // TorchSharp loads its libraries in a static constructor.
        TypeInitializationException { InnerException: { } inner } => From(inner, model, device),
        DllNotFoundException => new(DaemonErrorCode.LibraryMissing, exception, ("library", LibraryIn(exception.Message))),
        _ => new(DaemonErrorCode.InternalError, exception),
    };

    /// <summary>Our own messages say first what happened, then what to do; the latter is in the code's sentence.</summary>
    private static string FirstSentence(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        string sentence = end < 0 ? message : message[..end];
        return sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
    }

    /// <summary>The runtime's message quotes the library's name and goes on with the paths that it tried.</summary>
    private static string LibraryIn(string message) =>
        Quoted().Match(message) is { Success: true } match ? Path.GetFileName(match.Groups[1].Value) : "a library";

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
