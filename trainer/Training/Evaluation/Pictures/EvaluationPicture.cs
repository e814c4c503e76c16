using OpenCvSharp;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Training.Evaluation.Lines;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Segmentation;
using PdnColorize.Training.Samples;
using Window = PdnColorize.Training.Samples.Window;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>A coloured picture, its middle square at 512 pixels a side, and what all drawings that are made of it have in common: hints, regions, borders of colours.</summary>
internal sealed class EvaluationPicture
{
    /// <summary>Side of a drawing, in pixels.</summary>
    public const int Side = 512;

    /// <summary>A line map at least this bright is paper.</summary>
    private const byte PaperFrom = 150;

    private readonly byte[] _grey;
    private readonly RgbSquare _flat;
    private readonly ulong _hintSeed;
    private readonly Dictionary<int, HintSet> _dots = [];
    private readonly Dictionary<int, HintSet> _regionDots = [];
    private readonly Lazy<RgbSquare> _closed;
    private readonly Lazy<Plane<byte>> _borders;
    private readonly Lazy<PictureRegions> _regions;
    private readonly Lazy<bool[]> _scoredPaper;
    private readonly Lazy<int[]> _scoredRegions;

    private EvaluationPicture(ListedPicture listed, byte[] grey, RgbSquare original, CancellationToken cancellationToken)
    {
        (Listed, _grey, Original) = (listed, grey, original);
        Lines = ToPicture(grey);
        Prepared = PreparedDrawing.Create(Lines, LineArtOptions.Default, cancellationToken);
        _flat = original.Flatten();
        _hintSeed = StableHash.Of("evaluation hints", 0, listed.Key);
        Scored = new ScoredPicture(original);
        _closed = new Lazy<RgbSquare>(() => ClosedPicture.Of(original, Prepared.LineArt.LineWidth));
        _borders = new Lazy<Plane<byte>>(() => ColorBorders.Of(_closed.Value));
        _regions = new Lazy<PictureRegions>(() => new PictureRegions(_closed.Value, at => Prepared.LineArt.Lines.Data[at] >= PaperFrom));
        _scoredPaper = new Lazy<bool[]>(() => Shrink(at => Prepared.LineArt.Lines.Data[at] >= PaperFrom, (one, other) => one && other));
        _scoredRegions = new Lazy<int[]>(() => Shrink(at => Regions.Labels.Data[at], (one, other) => one == other ? one : -1));
    }

    /// <summary>What it is called and where it comes from.</summary>
    public ListedPicture Listed { get; }

    /// <summary>The colours that were taken away.</summary>
    public RgbSquare Original { get; }

    /// <summary>The same, in the size in which results are measured.</summary>
    public ScoredPicture Scored { get; }

    /// <summary>Its clean lines, own or true: black to white, opaque.</summary>
    public Picture Lines { get; }

    /// <summary>Its clean lines as the product sees them.</summary>
    public PreparedDrawing Prepared { get; }

    /// <summary>Where the original's colours differ, its dark lines closed away.</summary>
    public Plane<byte> Borders => _borders.Value;

    /// <summary>The original's regions, its dark lines closed away.</summary>
    public PictureRegions Regions => _regions.Value;

    /// <summary>Whether a pixel of the scored size is paper altogether, by the clean lines.</summary>
    public bool[] ScoredPaper => _scoredPaper.Value;

    /// <summary>The region of each pixel of the scored size; negative where several meet.</summary>
    public int[] ScoredRegions => _scoredRegions.Value;

    /// <summary>Decodes and prepares a picture.</summary>
    /// <exception cref="PictureException">The middle square holds no lines.</exception>
    /// <exception cref="DatasetException">A file cannot be read.</exception>
    public static EvaluationPicture Load(ListedPicture listed, CancellationToken cancellationToken)
    {
        TrainingPair pair = listed.Read();
        Window window = Window.Middle(pair.Width, pair.Height);
        byte[] grey = new byte[Side * Side];
        using (Mat source = Mat.FromPixelData(pair.Height, pair.Width, MatType.CV_8UC1, pair.Lines[0].Grey))
        using (Mat cut = source.SubMat(window.Rectangle))
        using (Mat target = Mat.FromPixelData(Side, Side, MatType.CV_8UC1, grey))
            Cv2.Resize(cut, target, new Size(Side, Side), 0, 0, window.Side > Side ? InterpolationFlags.Area : InterpolationFlags.Linear);
        RgbSquare original = RgbSquare.Cut(pair.ColorRgb, pair.Width, pair.Height, window, Side);
        return new EvaluationPicture(listed, grey, original, cancellationToken);
    }

    /// <summary>Random dots on the clean lines' paper, each in the colour of the flattened original. The first dots of a larger number are those of a smaller one.</summary>
    /// <param name="count">Number of dots; two that touch in like colours count as one hint.</param>
    public HintSet Dots(int count) => Remember(_dots, count, () =>
        HintSimulator.Paint(Prepared.LineArt.Lines, _flat, new HintAmount(count, DotsOnly: true), new SampleRandom(_hintSeed)));

    /// <summary>A dot in each of the original's largest regions.</summary>
    /// <param name="count">How many.</param>
    public HintSet RegionDots(int count) => Remember(_regionDots, count, () => Regions.Dots(count));

    /// <summary>Draws the picture with lines of a kind.</summary>
    /// <exception cref="PictureException">The drawing holds no lines.</exception>
    public EvaluationDrawing Draw(LineKind kind, CancellationToken cancellationToken)
    {
        // Foreign lines are what the user would see over the colours. Degraded ones are not laid over results: then a loss against clean lines is the colours' alone.
        if (LineKinds.IsClean(kind)) return new EvaluationDrawing(this, kind, Lines, Prepared, shown: Lines);
        Picture drawing = ToPicture(kind == LineKind.Foreign ? ForeignLines() : LineDegradation.Of(kind).Apply(_grey, Side, StableHash.Of("evaluation lines", 0, Listed.Key)));
        PreparedDrawing prepared = PreparedDrawing.Create(drawing, LineArtOptions.Default, cancellationToken);
        return new EvaluationDrawing(this, kind, drawing, prepared, shown: kind == LineKind.Foreign ? drawing : Lines);
    }

    /// <summary>The clean lines, changed.</summary>
    /// <param name="change">Changes CV_8UC1 in place: 0 black, 255 paper.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    /// <exception cref="PictureException">No lines are left.</exception>
    public PreparedDrawing WithLines(Action<Mat> change, CancellationToken cancellationToken)
    {
        byte[] changed = [.. _grey];
        using (Mat lines = Mat.FromPixelData(Side, Side, MatType.CV_8UC1, changed)) change(lines);
        return PreparedDrawing.Create(ToPicture(changed), LineArtOptions.Default, cancellationToken);
    }

    private byte[] ForeignLines()
    {
        byte[] grey = new byte[Side * Side];
        using Mat rgb = Mat.FromPixelData(Side, Side, MatType.CV_8UC3, Original.Pixels);
        using Mat bgr = new();
        Cv2.CvtColor(rgb, bgr, ColorConversionCodes.RGB2BGR);
        using Mat lines = new ForeignExtractor().Extract(bgr);
        using Mat target = Mat.FromPixelData(Side, Side, MatType.CV_8UC1, grey);
        lines.CopyTo(target);
        return grey;
    }

    /// <summary>One value for each 2 x 2 pixels.</summary>
    private static T[] Shrink<T>(Func<int, T> valueAt, Func<T, T, T> join)
    {
        const int Half = Side / 2;
        return [.. Enumerable.Range(0, Half * Half).Select(i =>
        {
            int at = (i / Half * 2 * Side) + (i % Half * 2);
            return join(join(valueAt(at), valueAt(at + 1)), join(valueAt(at + Side), valueAt(at + Side + 1)));
        })];
    }

    private static HintSet Remember(Dictionary<int, HintSet> sets, int count, Func<HintSet> paint)
    {
        if (!sets.TryGetValue(count, out HintSet? hints)) sets.Add(count, hints = paint());
        return hints;
    }

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
