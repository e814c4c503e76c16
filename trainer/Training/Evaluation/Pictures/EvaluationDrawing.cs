using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>A drawing to be coloured.</summary>
/// <param name="original">The picture that it was made from.</param>
/// <param name="kind">Where its lines come from.</param>
/// <param name="picture">The drawing itself: black to white, opaque.</param>
/// <param name="prepared">The drawing as the product sees it.</param>
/// <param name="shown">The lines that are laid over its results where lines are laid over results.</param>
internal sealed class EvaluationDrawing(EvaluationPicture original, LineKind kind, Picture picture, PreparedDrawing prepared, Picture shown)
{
    /// <summary>The picture that it was made from.</summary>
    public EvaluationPicture Original { get; } = original;

    /// <summary>Where its lines come from.</summary>
    public LineKind Kind { get; } = kind;

    /// <summary>The picture's source.</summary>
    public string Source => Original.Listed.Source;

    /// <summary>The picture's name.</summary>
    public string Key => Original.Listed.Key;

    /// <summary>How messages call the drawing.</summary>
    public string Title => TitleOf(Original.Listed, Kind);

    /// <summary>The drawing itself.</summary>
    public Picture Picture { get; } = picture;

    /// <summary>The drawing as the product sees it.</summary>
    public PreparedDrawing Prepared { get; } = prepared;

    /// <summary>The lines that are laid over its results.</summary>
    public Picture Shown { get; } = shown;

    /// <summary>The same lines as the product sees them.</summary>
    public PreparedDrawing ShownPrepared => Shown == Picture ? Prepared : Original.Prepared;

    /// <summary>How messages call a drawing: by its picture, and by its kind unless its lines are clean.</summary>
    public static string TitleOf(ListedPicture picture, LineKind kind) => LineKinds.IsClean(kind) ? picture.Key : $"{picture.Key} ({LineKinds.NameOf(kind)})";
}
