using PdnColorize.Colorization;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Host.Serving;

/// <summary>Checks what callers send before anything is done with it.</summary>
internal static class RequestChecks
{
    /// <summary>Checks a request and opens all its shared memory once, so that what cannot work is refused before it waits its turn.</summary>
    /// <exception cref="DaemonException">InvalidRequest, PictureTooLarge, PixelsUnavailable, BadHints or ModelNotFound.</exception>
    public static void Check(ColorizeRequest request)
    {
        CheckName(request.RequestId, "a request's name that is missing or too long");
        if (request.DocumentId is not null) CheckName(request.DocumentId, "a document's name that is empty or too long");
        // A name that no model can have is answered like one that none has: it is a user's text, not a mistake of the caller.
        if (request.Settings.Model is { } model && !ModelName.IsValid(model))
            throw new DaemonException(DaemonErrorCode.ModelNotFound, ("model", MessagePart(model)));
        ReadOptions(request.Settings);
        CheckSameSize(request.LineArt, request.Result, () => new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", "a result of another size than the drawing")));
        if (request.Result.Name == request.LineArt.Name || request.Result.Name == request.Hints?.Name)
            throw new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", "a result in the memory of an input"));
        PictureLayout.OpenChecked(request.LineArt).Dispose();
        PictureLayout.OpenChecked(request.Result).Dispose();
        if (request.Hints is not { } hints) return;
        CheckSameSize(request.LineArt, hints, () => new DaemonException(DaemonErrorCode.BadHints, ("reason", "it has another size than the drawing")));
        PictureLayout.OpenChecked(hints).Dispose();
    }

    /// <summary>Checks what a caller says of itself.</summary>
    /// <exception cref="DaemonException">InvalidRequest.</exception>
    public static void Check(HelloRequest request)
    {
        CheckName(request.ClientName, "a client's name that is missing or too long");
        CheckName(request.ClientBuild, "a client's build that is missing or too long");
    }

    /// <summary>The settings as the colorization has them.</summary>
    /// <exception cref="DaemonException">InvalidRequest.</exception>
    public static ColorizationOptions ReadOptions(ColorizeSettings settings)
    {
        if (settings.LineWidth is { } width && !(width > 0 && width <= ProtocolLimits.MaxLineWidth))
            throw new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", "a line width out of range"));
        if (settings.Seed < 0) throw new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", "a seed below 0"));
        return new ColorizationOptions
        {
            Result = settings.Result switch
            {
                Protocol.Messages.ResultKind.Composite => Colorization.ResultKind.Composite,
                Protocol.Messages.ResultKind.Colors => Colorization.ResultKind.Colors,
                Protocol.Messages.ResultKind.Flats => Colorization.ResultKind.Flats,
                _ => throw new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", "a kind of result that is not known here")),
            },
            Reach = settings.Reach switch
            {
                Protocol.Messages.HintReach.Free => Colorization.HintReach.Free,
                Protocol.Messages.HintReach.Regions => Colorization.HintReach.Regions,
                _ => throw new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", "a reach of hints that is not known here")),
            },
            Seed = settings.Seed,
            LineArt = new LineArtOptions { LineWidth = settings.LineWidth },
        };
    }

    private static void CheckSameSize(PictureBuffer drawing, PictureBuffer other, Func<DaemonException> error)
    {
        PictureLayout.Check(drawing);
        PictureLayout.Check(other);
        if (other.Width != drawing.Width || other.Height != drawing.Height) throw error();
    }

    private static void CheckName(string name, string problem)
    {
        if (name.Length is 0 or > ProtocolLimits.MaxNameLength) throw new DaemonException(DaemonErrorCode.InvalidRequest, ("reason", problem));
    }

    /// <summary>Enough of a text to recognise it, without anything that could disturb a dialog or a terminal.</summary>
    private static string MessagePart(string text) =>
        new([.. text.Take(ProtocolLimits.MaxModelNameLength).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)]);
}
