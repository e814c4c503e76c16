using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;

namespace PdnColorize.Training.Tests.Evaluation;

/// <summary>Writes drawn pictures as pairs with true lines.</summary>
internal static class PairFolder
{
    public static string Write(string folder, int count)
    {
        Directory.CreateDirectory(folder);
        DrawnPictures pictures = new(count);
        for (int i = 0; i < count; i++)
        {
            TrainingPair pair = pictures.Read(i);
            Save(Path.Combine(folder, $"drawn{i}_line.png"), pair, (pixel, _) => pair.Lines[0].Grey[pixel]);
            Save(Path.Combine(folder, $"drawn{i}_color.png"), pair, (pixel, channel) => pair.ColorRgb[(pixel * 3) + channel]);
        }

        return folder;
    }

    private static void Save(string path, TrainingPair pair, Func<int, int, byte> channel)
    {
        Picture picture = new(pair.Width, pair.Height);
        for (int i = 0; i < picture.PixelCount; i++)
        {
            for (int c = 0; c < 3; c++) picture.Pixels[(i * 4) + 2 - c] = channel(i, c);
            picture.Pixels[(i * 4) + 3] = 255;
        }

        PictureFile.Write(path, picture);
    }
}
