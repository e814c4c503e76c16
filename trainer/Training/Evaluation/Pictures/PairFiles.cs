using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Drawings with their true lines: files NAME_line.png and NAME_color.png in one folder, which is the source.</summary>
internal static class PairFiles
{
    private const string LineEnd = $"{LinePairs.LineEnd}.png";
    private const string ColorEnd = $"{LinePairs.ColorEnd}.png";

    /// <summary>Lists a folder's pairs.</summary>
    /// <exception cref="DatasetException">There is none, or a drawing lacks its colours.</exception>
    public static IEnumerable<ListedPicture> Find(string folder)
    {
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string source = Path.GetFileName(place);
        string[] drawings = [.. Directory.GetFiles(folder, $"*{LineEnd}").Order(StringComparer.Ordinal)];
        if (drawings.Length == 0)
        {
            throw new DatasetException(
                $"'{folder}' holds neither a data set nor pairs. Give a folder that 'dataset build' wrote, or one with files NAME{LineEnd} and NAME{ColorEnd}.");
        }

        foreach (string drawing in drawings)
        {
            string name = Path.GetFileName(drawing)[..^LineEnd.Length];
            string colors = Path.Combine(folder, name + ColorEnd);
            if (!File.Exists(colors)) throw new DatasetException($"'{drawing}' has no colours: there is no '{name}{ColorEnd}' beside it.");
            yield return new ListedPicture(source, place, $"{source}/{name}", () => Read($"{source}/{name}", drawing, colors));
        }
    }

    private static TrainingPair Read(string key, string drawing, string colors)
    {
        try
        {
            Picture lines = PictureFile.Read(drawing, PictureLimits.CommandLine);
            Picture original = PictureFile.Read(colors, PictureLimits.CommandLine);
            if (lines.Width != original.Width || lines.Height != original.Height)
            {
                throw new DatasetException(
                    $"'{drawing}' has {lines.Width} x {lines.Height} pixels, its colours have {original.Width} x {original.Height}. They must be of one size.");
            }

            byte[] grey = Darkness.OverWhite(lines).Data;
            return new TrainingPair(key, "", 1, lines.Width, lines.Height, OverWhite(original), [new LineArtVariant("true", grey)]);
        }
        catch (PictureException e)
        {
            throw new DatasetException(e.Message, e);
        }
    }

    private static byte[] OverWhite(Picture picture)
    {
        byte[] rgb = new byte[picture.PixelCount * 3];
        for (int i = 0; i < picture.PixelCount; i++)
        {
            ReadOnlySpan<byte> bgra = picture.Pixels.AsSpan(i * Picture.BytesPerPixel, Picture.BytesPerPixel);
            for (int c = 0; c < 3; c++) rgb[(i * 3) + c] = (byte)(255 - ((((255 - bgra[2 - c]) * bgra[3]) + 127) / 255));
        }

        return rgb;
    }
}
