using OpenCvSharp;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Evaluation.Metrics;

/// <summary>A hint in another colour, and how far the change reaches.</summary>
internal sealed class HintLocality
{
    /// <summary>A colour whose channels differ by this much is no grey: its hue can be seen.</summary>
    private const int LeastColorfulness = 48;

    /// <summary>What a grey hint becomes where all are grey: a full red.</summary>
    private const int Saturated = 0xD03030;

    /// <summary>Pixels this near to the hint's region belong to neither side: anti-aliased lines.</summary>
    private const int Margin = 4;

    private readonly bool[] _inside;
    private readonly bool[] _outside;

    private HintLocality(HintSet changed, bool[] inside, bool[] outside) => (ChangedHints, _inside, _outside) = (changed, inside, outside);

    /// <summary>The hints, one of them in the opposite hue.</summary>
    public HintSet ChangedHints { get; }

    /// <summary>Chooses a hint and turns its hue by 180 degrees, at the same lightness and saturation (HSL).</summary>
    /// <param name="hints">The hints.</param>
    /// <param name="drawing">The drawing, of the hints' size.</param>
    /// <param name="random">Chooses among the hints that are not grey.</param>
    /// <returns>Null if there is no hint on paper, or its region leaves nothing outside.</returns>
    public static HintLocality? Create(HintSet hints, PreparedDrawing drawing, SampleRandom random)
    {
        IReadOnlyList<PaintedHint> painted = PaintedHint.Of(hints);
        int[] onPaper = [.. Enumerable.Range(0, painted.Count).Where(i => painted[i].Positions.Any(at => drawing.Distances[at] > 0))];
        if (onPaper.Length == 0) return null;
        int[] colored = [.. onPaper.Where(i => Colorfulness(painted[i].Color) >= LeastColorfulness)];
        int chosen = colored.Length > 0 ? colored[random.Below(colored.Length)] : onPaper[random.Below(onPaper.Length)];

        int[] colors = [.. hints.Colors.Select((color, i) => hints.Groups[i] != chosen + 1 ? color : colored.Length > 0 ? OppositeHue(color) : Saturated)];
        HintSet changed = HintSet.FromPixels(hints.Width, hints.Height, hints.Positions, colors);

        int[] labels = drawing.Regions.Labels.Data;
        HashSet<int> regions = [.. painted[chosen].Positions.Where(at => drawing.Distances[at] > 0).Select(at => labels[at])];
        bool[] inside = [.. labels.Select(regions.Contains)];
        bool[] outside = Outside(inside, hints.Width, hints.Height);
        return outside.Contains(true) ? new HintLocality(changed, inside, outside) : null;
    }

    /// <summary>The colour with the opposite hue, of the same lightness and saturation in HSL.</summary>
    /// <param name="color">0xRRGGBB.</param>
    public static int OppositeHue(int color)
    {
        (int red, int green, int blue) = (color >> 16, (color >> 8) & 255, color & 255);
        int sum = Math.Max(red, Math.Max(green, blue)) + Math.Min(red, Math.Min(green, blue));
        return ((sum - red) << 16) | ((sum - green) << 8) | (sum - blue);
    }

    /// <summary>Mean CIEDE2000 between two results inside the hint's regions and outside.</summary>
    public (double Inside, double Outside) Compare(Picture before, Picture after)
    {
        (double inside, double outside, int countInside, int countOutside) = (0, 0, 0, 0);
        for (int i = 0; i < _inside.Length; i++)
        {
            if (!_inside[i] && !_outside[i]) continue;
            ReadOnlySpan<byte> a = before.Pixels.AsSpan(i * Picture.BytesPerPixel, 3);
            ReadOnlySpan<byte> b = after.Pixels.AsSpan(i * Picture.BytesPerPixel, 3);
            double difference = a.SequenceEqual(b) ? 0 : Ciede2000.Difference((a[2], a[1], a[0]), (b[2], b[1], b[0]));
            if (_inside[i]) (inside, countInside) = (inside + difference, countInside + 1);
            else (outside, countOutside) = (outside + difference, countOutside + 1);
        }

        return (inside / countInside, outside / countOutside);
    }

    private static int Colorfulness((byte Red, byte Green, byte Blue) color) =>
        Math.Max(color.Red, Math.Max(color.Green, color.Blue)) - Math.Min(color.Red, Math.Min(color.Green, color.Blue));

    private static bool[] Outside(bool[] inside, int width, int height)
    {
        byte[] mask = [.. inside.Select(value => value ? (byte)255 : (byte)0)];
        using Mat regions = Mat.FromPixelData(height, width, MatType.CV_8UC1, mask);
        using Mat disc = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size((2 * Margin) + 1, (2 * Margin) + 1));
        Cv2.Dilate(regions, regions, disc);
        return [.. mask.Select(value => value == 0)];
    }
}
