using PdnColorize.Client.Jobs;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Messages;
using PdnColorize.Effect.Result;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Effect.Coloring;

/// <summary>What is sent to be coloured.</summary>
/// <param name="Area">The part of the document.</param>
/// <param name="Job">Pixels and settings.</param>
/// <param name="ReplacesLines">Whether the active layer, which the result goes to, holds lines.</param>
internal sealed record Drawing(PixelArea Area, ColorizeJob Job, bool ReplacesLines)
{
    /// <summary>Reads the layers.</summary>
    /// <param name="document">The document.</param>
    /// <param name="settings">What the user chose.</param>
    /// <param name="hintWords">What layers with hints are called.</param>
    /// <param name="ownWork">What the effect wrote before.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="EffectException">The layers that were chosen will not do.</exception>
    /// <exception cref="Protocol.Errors.DaemonException">NoLineArt or PictureTooLarge.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Drawing Read(IDocument document, EffectSettings settings, IReadOnlyList<string> hintWords, OwnWork ownWork, CancellationToken cancellationToken)
    {
        // Before anything is read: a picture that nobody colours may have more pixels than there is memory for.
        PixelArea area = AreaToSend(document);
        PictureLayout.CheckSize(area.Width, area.Height);
        LayerRoles roles = new LayerChoice(document, hintWords, ownWork).Decide(settings.LineArt, settings.Hints, cancellationToken);
        byte[] lines = roles.IsComposed
            ? LayerCompositing.Compose(roles.LineArt.Select(i => document.Layers[i]), area, cancellationToken)
            : LayerCompositing.Copy(document.Layers[roles.LineArt[0]], area, cancellationToken);
        bool replacesLines = roles.LineArt.Contains(document.ActiveLayer);
        ColorizeJob job = new()
        {
            Width = area.Width,
            Height = area.Height,
            LineArt = lines,
            Hints = roles.Hints is { } hints ? ReadHints(document.Layers[hints], area, cancellationToken) : ReadOnlyMemory<byte>.Empty,
            Settings = settings.ToRequest(replacesLines),
        };
        return new Drawing(area, job, replacesLines);
    }

    /// <summary>
    /// The whole document: colours depend on the whole drawing (a hint outside of the selection reaches into it, and the network looks at everything), so any smaller part would
    /// change them, and Paint.NET clips to the selection by itself. Only a document that is too large to be coloured at all is cut to what is selected.
    /// </summary>
    internal static PixelArea AreaToSend(IDocument document) =>
        !Fits(document.Area) && Fits(document.Selection) ? document.Selection : document.Area;

    private static bool Fits(PixelArea area) =>
        area is { Width: > 0 and <= ProtocolLimits.MaxPictureSide, Height: > 0 and <= ProtocolLimits.MaxPictureSide }
        && (long)area.Width * area.Height <= ProtocolLimits.MaxPicturePixels;

    private static ReadOnlyMemory<byte> ReadHints(ILayer layer, PixelArea area, CancellationToken cancellationToken)
    {
        byte[] pixels = LayerCompositing.Copy(layer, area, cancellationToken);
        if (LayerContent.CoversAll(pixels)) throw new EffectException("error.hintsCoverAll", ("layer", layer.Name));
        return LayerContent.HasNoHints(pixels) ? ReadOnlyMemory<byte>.Empty : pixels;
    }
}
