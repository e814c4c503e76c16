using System.Text.Json;
using System.Text.RegularExpressions;

namespace PdnColorize.Protocol.Errors;

/// <summary>The sentences that users see: what happened and what to do. English is built in; other languages are looked up by key.</summary>
public static partial class DaemonErrorText
{
    private static readonly Dictionary<DaemonErrorCode, string> English = new()
    {
        [DaemonErrorCode.Unknown] = "Colouring failed: {reason}. Try again; if it happens again, update PdnColorize.",
        [DaemonErrorCode.DaemonNotFound] = "The program that does the colouring (pdncolorize) was not found. Install PdnColorize again.",
        [DaemonErrorCode.DaemonStartFailed] =
            "The program that does the colouring could not start (exit code {exitCode}). Try again; if it happens again, restart the computer or install PdnColorize again. It said: {log}",
        [DaemonErrorCode.DaemonStartTimeout] =
            "The program that does the colouring did not get ready within {seconds} seconds. The computer may be very busy: wait a moment and try again.",
        [DaemonErrorCode.DaemonNotAnswering] =
            "The program that does the colouring runs but does not answer. Try again; if it happens again, end 'pdncolorize' in the task manager.",
        [DaemonErrorCode.ForeignDaemon] =
            "Another user's program poses as the one that does the colouring, so nothing was sent to it. Ask whoever looks after this computer, or restart it.",
        [DaemonErrorCode.UnsafeFolder] =
            "The folder {folder} is not yours alone, so no pictures are put there. Delete it, or make it yours and closed to others, and try again.",
        [DaemonErrorCode.ConnectionLost] =
            "The program that does the colouring stopped in the middle of the work. Try again; if it stops again with this picture, try a smaller one.",
        [DaemonErrorCode.DaemonTooOld] =
            "The program that does the colouring is too old for this plug-in (it speaks protocol {daemon}, this is {caller}). Install the newest PdnColorize and restart the computer.",
        [DaemonErrorCode.CallerTooOld] =
            "This plug-in is too old for the program that does the colouring (it speaks protocol {daemon}, this is {caller}). Install the newest PdnColorize and restart Paint.NET.",
        [DaemonErrorCode.BadAnswer] = "The program that does the colouring gave an answer that makes no sense. Try again; if it happens again, install PdnColorize again.",
        [DaemonErrorCode.DaemonNotRunning] = "The program that does the colouring is not running. It starts by itself when a picture is coloured.",
        [DaemonErrorCode.NoPixelMemory] = "There is not enough free memory to hand over the picture. Close other programs, or shrink the picture, and try again.",
        [DaemonErrorCode.HelloRequired] = "The program that does the colouring was called in the wrong way. Update the plug-in or script that calls it.",
        [DaemonErrorCode.TooManyConnections] = "Too many programs use the colouring at once. Close some of them and try again.",
        [DaemonErrorCode.Busy] = "Other pictures are being coloured and {waiting} more wait. Wait until some are done and try again.",
        [DaemonErrorCode.Superseded] = "A newer request for the same picture took the place of this one. There is nothing to do.",
        [DaemonErrorCode.ShuttingDown] = "The program that does the colouring is closing. Wait a moment and try again.",
        [DaemonErrorCode.InvalidRequest] = "The program that does the colouring does not understand the request: {reason}. Update PdnColorize so that all its parts fit together.",
        [DaemonErrorCode.PictureTooLarge] =
            "The picture of {width} x {height} pixels is too large. Up to {maxSide} pixels on a side and {maxPixels} pixels in all can be coloured: shrink it, or colour a part of it.",
        [DaemonErrorCode.PixelsUnavailable] = "The picture could not be handed over: {reason}. Try again.",
        [DaemonErrorCode.NoLineArt] = "No lines were found in the drawing. Choose the layer that holds the lines, and try again.",
        [DaemonErrorCode.BadHints] = "The hint layer cannot be used: {reason}. Choose another layer for the hints, or none.",
        [DaemonErrorCode.ModelNotFound] = "There is no model called '{model}'. Choose another model.",
        [DaemonErrorCode.ModelDamaged] = "The model '{model}' cannot be used: {reason}. Choose another model, or install this one again.",
        [DaemonErrorCode.DeviceUnavailable] = "The computing device '{device}' cannot be used: {reason}. Choose another one in the settings of PdnColorize.",
        [DaemonErrorCode.OutOfMemory] = "There is not enough free memory for this picture. Close other programs, or shrink the picture, and try again.",
        [DaemonErrorCode.BadResult] = "The model gave no usable colours for this picture: {reason}. Choose another model.",
        [DaemonErrorCode.LibraryMissing] = "A part of PdnColorize is missing: {library}. Install PdnColorize again, or run 'pdncolorize doctor' to see what to do.",
        [DaemonErrorCode.InternalError] = "Something went wrong in the program that does the colouring. Try again; if it happens again, report it with the log file.",
    };

    /// <summary>The key under which translations of a code's sentence are kept, as "error.busy". Keys never change.</summary>
    public static string KeyOf(DaemonErrorCode code) => "error." + JsonNamingPolicy.CamelCase.ConvertName(Known(code).ToString());

    /// <summary>The sentence in English with its placeholders, such as {waiting}; codes of a newer version have that of <see cref="DaemonErrorCode.Unknown"/>.</summary>
    public static string TemplateOf(DaemonErrorCode code) => English[Known(code)];

    /// <summary>Puts values in the place of a template's placeholders.</summary>
    /// <param name="template">A sentence with placeholders, in any language.</param>
    /// <param name="arguments">The values by name; what is missing becomes "?", and values that have no placeholder are left out.</param>
    public static string Format(string template, IReadOnlyDictionary<string, string> arguments)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(arguments);
        return Placeholder().Replace(template, match => arguments.GetValueOrDefault(match.Groups[1].Value, "?").TrimEnd('.'));
    }

    /// <summary>Names of a template's placeholders.</summary>
    internal static IEnumerable<string> PlaceholdersOf(string template) => Placeholder().Matches(template).Select(match => match.Groups[1].Value);

    private static DaemonErrorCode Known(DaemonErrorCode code) => English.ContainsKey(code) ? code : DaemonErrorCode.Unknown;

    [GeneratedRegex(@"\{([a-zA-Z]+)\}")]
    private static partial Regex Placeholder();
}
