using System.Buffers;
using System.Globalization;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Protocol.Messages;

/// <summary>What the daemon checks before it looks at a single pixel.</summary>
public static class RequestValidation
{
    private static readonly SearchValues<char> ModelNameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Checks names, numbers and sizes of a request. The shared memory itself is checked when it is opened.</summary>
    /// <exception cref="DaemonException">InvalidRequest or PictureTooLarge.</exception>
    public static void Check(ColorizeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckName(request.RequestId, "the request's name");
        if (request.DocumentId is not null) CheckName(request.DocumentId, "the document's name");
        CheckSettings(request.Settings);
        PictureLayout.Check(request.LineArt);
        CheckSameSize(request.Result, request.LineArt, "the result");
        if (request.Hints is not null) CheckSameSize(request.Hints, request.LineArt, "the hint layer");
        if (request.Result.Name == request.LineArt.Name || request.Result.Name == request.Hints?.Name)
            throw Invalid("the result would overwrite the drawing or the hints");
    }

    /// <summary>Checks what a caller says of itself.</summary>
    /// <exception cref="DaemonException">InvalidRequest.</exception>
    public static void Check(HelloRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckName(request.ClientName, "the client's name");
        CheckName(request.ClientBuild, "the client's build");
    }

    private static void CheckSettings(ColorizeSettings settings)
    {
        if (settings.Result == ResultKind.Unknown || !Enum.IsDefined(settings.Result)) throw Invalid("it wants a kind of result that is not known here");
        if (settings.Reach == HintReach.Unknown || !Enum.IsDefined(settings.Reach)) throw Invalid("it wants a reach of hints that is not known here");
        // The negated comparison refuses NaN as well.
        if (settings.LineWidth is { } width && !(width > 0 && width <= ProtocolLimits.MaxLineWidth))
            throw Invalid(string.Create(CultureInfo.InvariantCulture, $"a line width lies above 0 and up to {ProtocolLimits.MaxLineWidth} pixels"));
        if (settings.Seed < 0) throw Invalid("a seed is 0 or above");
        if (settings.Model is { } model && !IsModelName(model)) throw Invalid("a model's name has letters (A to Z), digits, '-', '_' and '.', and is never a path");
    }

    /// <summary>Whether a text may be a model's name. Colorization has the full rule; this one already keeps out all that could lead out of a folder.</summary>
    public static bool IsModelName(string name) =>
        name?.Length is > 0 and <= ProtocolLimits.MaxModelNameLength
        && !name.AsSpan().ContainsAnyExcept(ModelNameCharacters)
        && name[0] != '.' && name[^1] != '.';

    private static void CheckSameSize(PictureBuffer picture, PictureBuffer drawing, string what)
    {
        PictureLayout.Check(picture);
        if (picture.Width != drawing.Width || picture.Height != drawing.Height)
            throw Invalid($"{what} has {picture.Width} x {picture.Height} pixels, the drawing {drawing.Width} x {drawing.Height}");
    }

    private static void CheckName(string name, string what)
    {
        if (name.Length is 0 or > ProtocolLimits.MaxNameLength || name.Any(char.IsControl))
            throw Invalid($"{what} must have 1 to {ProtocolLimits.MaxNameLength} printable characters");
    }

    private static DaemonException Invalid(string reason) => new(DaemonErrorCode.InvalidRequest, ("reason", reason));
}
