using OpenCvSharp;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Reports.Sheets;

/// <summary>Where the pictures of a sheet lie: drawings below each other in two groups, each with its line art, hints, results and original side by side.</summary>
/// <param name="Cell">Side of a picture in pixels.</param>
/// <param name="Drawings">Number of drawings.</param>
internal readonly record struct SheetLayout(int Cell, int Drawings)
{
    /// <summary>Height of the strip at the top that names the columns.</summary>
    public const int CaptionHeight = 22;

    private const int Gap = 4;
    private const int GroupGap = 20;
    private const int LeastCell = 128;
    private const int MostCell = 192;

    /// <summary>What the columns of a group hold.</summary>
    public static IReadOnlyList<string> Captions { get; } =
        ["line art", $"{ColoredSample.HintCount} hints", .. ColoredSample.ShownCounts.Select(count => count == 0 ? "no hints" : $"with {count} hints"), "original"];

    /// <summary>Drawings beside each other.</summary>
    public int Groups => Drawings > 1 ? 2 : 1;

    /// <summary>Width of the sheet in pixels.</summary>
    public int Width => LeftOf(Groups - 1, Captions.Count - 1) + Cell;

    /// <summary>Height of the sheet in pixels.</summary>
    public int Height => CaptionHeight + (Rows * (Cell + Gap)) - Gap;

    private int Rows => (Drawings + Groups - 1) / Groups;

    private int GroupWidth => (Captions.Count * (Cell + Gap)) - Gap + GroupGap;

    /// <summary>The layout for some samples, all of one size.</summary>
    public static SheetLayout For(IReadOnlyList<ColoredSample> samples) => new(Math.Clamp(samples[0].Side, LeastCell, MostCell), samples.Count);

    /// <summary>Where the columns of a sheet of that width lie, for captions beside it: what they hold, where they begin and how wide they are, as shares of the sheet.</summary>
    public static IEnumerable<(string Caption, double Left, double Width)> ColumnsOf(int width)
    {
        SheetLayout one = new(MostCell, Drawings: 1);
        SheetLayout two = one with { Drawings = 2 };
        SheetLayout layout = width > one.Width ? two : one;
        // Every pixel that the cells are narrower than the largest is missing once for each of them.
        int cells = layout.Groups * Captions.Count;
        layout = layout with { Cell = MostCell - ((layout.Width - width) / cells) };
        for (int group = 0; group < layout.Groups; group++)
            for (int column = 0; column < Captions.Count; column++)
                yield return (Captions[column], (double)layout.LeftOf(group, column) / width, (double)layout.Cell / width);
    }

    /// <summary>Where a column begins.</summary>
    public int LeftOf(int group, int column) => (group * GroupWidth) + (column * (Cell + Gap));

    /// <summary>Where a picture lies.</summary>
    public Rect PlaceOf(int drawing, int column) =>
        new(LeftOf(drawing % Groups, column), CaptionHeight + (drawing / Groups * (Cell + Gap)), Cell, Cell);
}
