using OpenCvSharp;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Samples;
using Window = PdnColorize.Training.Samples.Window;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>A drawing to be coloured, with the picture that it was made from: the middle square, 512 pixels a side.</summary>
internal sealed class EvaluationDrawing
{
    /// <summary>Side of a drawing, in pixels.</summary>
    public const int Side = 512;

    private readonly byte[] _grey;
    private readonly RgbSquare _flat;
    private readonly ulong _hintSeed;

    private EvaluationDrawing(ListedPicture listed, byte[] grey, RgbSquare original, CancellationToken cancellationToken)
    {
        (Source, Key, _grey, Original) = (listed.Source, listed.Key, grey, original);
        Picture = ToPicture(grey);
        Prepared = Prepare(Picture, cancellationToken);
        _flat = original.Flatten();
        _hintSeed = StableHash.Of("evaluation hints", 0, listed.Key);
        Scored = new ScoredPicture(original);
    }

    /// <summary>Where it comes from.</summary>
    public string Source { get; }

    /// <summary>The picture's name.</summary>
    public string Key { get; }

    /// <summary>The colours that were taken away.</summary>
    public RgbSquare Original { get; }

    /// <summary>The same, in the size in which results are measured.</summary>
    public ScoredPicture Scored { get; }

    /// <summary>The drawing itself: black to white, opaque.</summary>
    public Picture Picture { get; }

    /// <summary>The drawing as the product sees it.</summary>
    public PreparedDrawing Prepared { get; }

    /// <summary>Decodes and prepares a picture.</summary>
    /// <exception cref="PictureException">The middle square holds no lines.</exception>
    public static EvaluationDrawing Load(ListedPicture listed, CancellationToken cancellationToken)
    {
        TrainingPair pair = listed.Read();
        Window window = Window.Middle(pair.Width, pair.Height);
        byte[] grey = new byte[Side * Side];
        using (Mat source = Mat.FromPixelData(pair.Height, pair.Width, MatType.CV_8UC1, pair.Lines[0].Grey))
        using (Mat cut = source.SubMat(window.Rectangle))
        using (Mat target = Mat.FromPixelData(Side, Side, MatType.CV_8UC1, grey))
            Cv2.Resize(cut, target, new Size(Side, Side), 0, 0, window.Side > Side ? InterpolationFlags.Area : InterpolationFlags.Linear);
        RgbSquare original = RgbSquare.Cut(pair.ColorRgb, pair.Width, pair.Height, window, Side);
        return new EvaluationDrawing(listed, grey, original, cancellationToken);
    }

    /// <summary>Dots, each in the colour of the flattened original. The first dots of a larger number are those of a smaller one.</summary>
    /// <param name="count">Number of dots; two that touch in like colours count as one hint.</param>
    public HintSet Hints(int count) =>
        HintSimulator.Paint(Prepared.LineArt.Lines, _flat, new HintAmount(count, DotsOnly: true), new SampleRandom(_hintSeed));

    /// <summary>The drawing with its lines changed.</summary>
    /// <param name="change">Changes CV_8UC1 in place: 0 black, 255 paper.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    /// <exception cref="PictureException">No lines are left.</exception>
    public PreparedDrawing WithLines(Action<Mat> change, CancellationToken cancellationToken)
    {
        byte[] changed = [.. _grey];
        using (Mat lines = Mat.FromPixelData(Side, Side, MatType.CV_8UC1, changed)) change(lines);
        return Prepare(ToPicture(changed), cancellationToken);
    }

    private static PreparedDrawing Prepare(Picture drawing, CancellationToken cancellationToken) =>
        PreparedDrawing.Create(drawing, LineArtOptions.Default, cancellationToken);

    private static Picture ToPicture(byte[] grey)
    {
        byte[] pixels = new byte[grey.Length * Picture.BytesPerPixel];
        for (int i = 0; i < grey.Length; i++)
        {
            pixels.AsSpan(i * Picture.BytesPerPixel, 3).Fill(grey[i]);
            pixels[(i * Picture.BytesPerPixel) + 3] = 255;
        }

        return new Picture(Side, Side, pixels);
    }
}
