using OpenCvSharp;
using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Benchmarks;

/// <summary>PSNR of the composite against the original at 256 pixels, by number of hints; a table a folder.</summary>
internal static class QualityBenchmark
{
    private const int ScoredSide = 256;
    private const int PicturesPerFolder = 20;
    private static readonly int[] HintCounts = [0, 1, 5, 10, 25];

    public static int Run(string[] args)
    {
        string? saveTo = args is ["--save", var folderToSave, ..] ? folderToSave : null;
        string[] folders = saveTo is null ? args : args[2..];
        string model = Path.Combine(AppContext.BaseDirectory, "models", "default");
        using Colorizer colorizer = new(ModelFolder.Load(model), ComputeDevice.Parse("auto"));
        double[] overall = new double[HintCounts.Length];
        Console.WriteLine($"{"PSNR (dB), hints:",-28}{string.Join("", HintCounts.Select(n => $"{n,8}"))}");
        foreach (string folder in folders)
        {
            double[] sums = new double[HintCounts.Length];
            string[] lines = [.. Directory.GetFiles(folder, "*_line.png").Order(StringComparer.Ordinal).Take(PicturesPerFolder)];
            foreach (string line in lines)
            {
                Picture drawing = PictureFile.Read(line, PictureLimits.CommandLine);
                Picture original = PictureFile.Read(line.Replace("_line.png", "_color.png", StringComparison.Ordinal), PictureLimits.CommandLine);
                for (int i = 0; i < HintCounts.Length; i++)
                {
                    Picture hints = SimulatedHints.Paint(original, drawing, HintCounts[i]);
                    Picture result = colorizer.Colorize(drawing, hints, ColorizationOptions.Default).Picture;
                    double psnr = Psnr(result, original);
                    sums[i] += psnr / lines.Length;
                    if (saveTo is not null) PictureFile.Write(Path.Combine(saveTo, $"{Path.GetFileNameWithoutExtension(line)}.{HintCounts[i]}.{psnr:00.0}.png"), result);
                }
            }

            for (int i = 0; i < sums.Length; i++) overall[i] += sums[i] / folders.Length;
            Console.WriteLine($"{Path.GetFileName(folder),-28}{string.Join("", sums.Select(s => $"{s,8:0.00}"))}");
        }

        Console.WriteLine($"{"mean over folders",-28}{string.Join("", overall.Select(s => $"{s,8:0.00}"))}");
        return 0;
    }

    private static double Psnr(Picture a, Picture b)
    {
        using Mat first = Shrink(a);
        using Mat second = Shrink(b);
        using Mat difference = new();
        Cv2.Subtract(first, second, difference, null, MatType.CV_32F);
        difference.GetArray(out Vec3f[] values);
        double squares = values.Sum(v => (v.Item0 * v.Item0) + (v.Item1 * v.Item1) + (v.Item2 * v.Item2)) / (3.0 * values.Length);
        return squares == 0 ? 99 : 10 * Math.Log10(255 * 255 / squares);
    }

    private static Mat Shrink(Picture picture)
    {
        using Mat bgra = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC4, picture.Pixels);
        using Mat bgr = new();
        Cv2.CvtColor(bgra, bgr, ColorConversionCodes.BGRA2BGR);
        Mat small = new();
        Cv2.Resize(bgr, small, new Size(ScoredSide, ScoredSide), 0, 0, InterpolationFlags.Area);
        return small;
    }
}
