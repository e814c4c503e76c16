using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>Drawings with their true lines: files NAME_line.png and NAME_color.png (or another picture format) in one folder, which is the source.</summary>
internal static class PairFiles
{
    private const string LineEnd = $"{LinePairs.LineEnd}.png";
    private const string ColorEnd = $"{LinePairs.ColorEnd}.png";

    /// <summary>Lists a folder's pairs.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="index">Which of them may be used; all when null.</param>
    /// <exception cref="DatasetException">There is none, or a drawing lacks its colours.</exception>
    public static IEnumerable<ListedPicture> Find(string folder, PairsIndex? index = null)
    {
        string place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        string source = Path.GetFileName(place);
        string[] drawings = [.. Directory.GetFiles(folder, $"*{LineEnd}").Order(StringComparer.Ordinal)];
        if (drawings.Length == 0)
        {
            throw new DatasetException(
                $"'{folder}' holds neither a data set nor pairs. Give a folder that 'dataset build' wrote, or one with files NAME{LineEnd} and NAME{ColorEnd}.");
        }

        string[] allowed = [.. drawings.Where(drawing => index?.Allows(Path.Combine(place, NameOf(drawing))) ?? true)];
        if (allowed.Length == 0) throw new DatasetException($"The index of pairs leaves nothing of '{folder}': all of its pairs are for training.");
        foreach (string drawing in allowed)
        {
            string name = NameOf(drawing);
            string colors = SourceList.Extensions.Select(extension => Path.Combine(folder, name + LinePairs.ColorEnd + extension)).FirstOrDefault(File.Exists)
                ?? throw new DatasetException($"'{drawing}' has no colours: there is no '{name}{ColorEnd}' beside it.");
            yield return new ListedPicture(source, place, $"{source}/{name}", HasTrueLines: true, () => Read($"{source}/{name}", drawing, colors));
        }
    }

    private static string NameOf(string drawing) => Path.GetFileName(drawing)[..^LineEnd.Length];

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
