using OpenCvSharp;
using PdnColorize.Datasets.Building;

namespace PdnColorize.Datasets;

/// <summary>Draws a contact sheet of a data set: each picture beside its line drawings and one of them as the loader changes it.</summary>
public static class DatasetPreview
{
    private const int Caption = 18;
    private const int Gap = 4;
    private const int LabelGap = 13;
    private static readonly Scalar Ground = new(200, 200, 200);

    /// <summary>Writes the sheet as PNG.</summary>
    /// <param name="folder">The data set.</param>
    /// <param name="path">The file to write.</param>
    /// <param name="pictures">How many pictures, evenly spread over the data set; 1 to 200.</param>
    /// <param name="cell">Side of a cell in pixels, 64 to 512.</param>
    /// <param name="columns">Pictures beside each other, 1 to 8.</param>
    /// <param name="seed">Of the randomised drawing in the last cell.</param>
    /// <exception cref="DatasetException">There is no data set, it is empty or damaged, or the file cannot be written.</exception>
    public static void Write(string folder, string path, int pictures = 24, int cell = 192, int columns = 2, ulong seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pictures, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pictures, 200);
        ArgumentOutOfRangeException.ThrowIfLessThan(cell, 64);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cell, 512);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(columns, 8);
        ShardReader reader = ShardReader.Open(folder);
        if (reader.Count == 0) throw new DatasetException($"'{folder}' holds no pictures to show.");

        int shown = Math.Min(pictures, reader.Count);
        int rows = (shown + columns - 1) / columns;
        int cells = reader.Index.LineVariants + 2;
        int groupWidth = (cells * (cell + Gap)) + (2 * Gap);
        using Mat sheet = new(rows * (cell + Caption + Gap), columns * groupWidth, MatType.CV_8UC3, Ground);
        LineArtRandomizer randomizer = new();
        for (int i = 0; i < shown; i++)
        {
            int index = (int)((long)i * reader.Count / shown);
            Point corner = new(i % columns * groupWidth, i / columns * (cell + Caption + Gap));
            DrawPair(sheet, reader.ReadAt(index), corner, cell, randomizer, seed + (ulong)index);
        }

        Save(sheet, path);
    }

    private static void DrawPair(Mat sheet, TrainingPair pair, Point corner, int cell, LineArtRandomizer randomizer, ulong seed)
    {
        using Mat rgb = Mat.FromPixelData(pair.Height, pair.Width, MatType.CV_8UC3, pair.ColorRgb);
        using Mat bgr = new();
        Cv2.CvtColor(rgb, bgr, ColorConversionCodes.RGB2BGR);
        Place(sheet, bgr, pair.Key, corner, cell);
        int x = corner.X;
        foreach (LineArtVariant line in pair.Lines)
            PlaceGrey(sheet, line.Grey, line.Extractor, pair, new Point(x += cell + Gap, corner.Y), cell);
        int chosen = (int)(seed % (ulong)pair.Lines.Count);
        byte[] changed = randomizer.Apply(pair.Lines[chosen].Grey, pair.Width, pair.Height, seed);
        PlaceGrey(sheet, changed, "as trained on", pair, new Point(x + cell + Gap, corner.Y), cell);
    }

    private static void PlaceGrey(Mat sheet, byte[] grey, string label, TrainingPair pair, Point corner, int cell)
    {
        using Mat lines = Mat.FromPixelData(pair.Height, pair.Width, MatType.CV_8UC1, grey);
        using Mat bgr = new();
        Cv2.CvtColor(lines, bgr, ColorConversionCodes.GRAY2BGR);
        Place(sheet, bgr, label, corner, cell);
    }

    private static void Place(Mat sheet, Mat picture, string label, Point corner, int cell)
    {
        double scale = (double)cell / Math.Max(picture.Width, picture.Height);
        Size size = new(Math.Max(1, (int)(picture.Width * scale)), Math.Max(1, (int)(picture.Height * scale)));
        using Mat scaled = new();
        Cv2.Resize(picture, scaled, size, interpolation: scale < 1 ? InterpolationFlags.Area : InterpolationFlags.Linear);
        using Mat place = new(sheet, new Rect(corner.X, corner.Y, size.Width, size.Height));
        scaled.CopyTo(place);

        // OpenCV's letters are ASCII, about 6 pixels wide at this size; the end of a long name says more than its start.
        string ascii = string.Concat(label.Select(letter => char.IsAscii(letter) ? letter : '?'));
        int fits = cell / 6;
        string text = ascii.Length > fits ? ascii[^fits..] : ascii;
        Cv2.PutText(sheet, text, new Point(corner.X, corner.Y + cell + LabelGap), HersheyFonts.HersheySimplex, 0.33, new Scalar(60, 0, 0));
    }

    private static void Save(Mat sheet, string path)
    {
        try
        {
            AtomicFile.Write(path, sheet.ImEncode(".png"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"The sheet cannot be written to '{path}': {e.Message} Choose a folder that exists and may be written to.", e);
        }
    }
}
