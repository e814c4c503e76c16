using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Benchmarks;

/// <summary>Changes one hint's colour after the other and measures how much changes inside and outside the regions that the hint touches.</summary>
internal static class LocalityBenchmark
{
    public static int Run(string[] args)
    {
        if (args is not [var drawingPath, var hintsPath])
        {
            Console.Error.WriteLine("usage: locality DRAWING HINTS");
            return 2;
        }

        Picture drawing = PictureFile.Read(drawingPath, PictureLimits.CommandLine);
        Picture hints = PictureFile.Read(hintsPath, PictureLimits.CommandLine);
        using Colorizer colorizer = new(ModelFolder.Load(Path.Combine(AppContext.BaseDirectory, "models", "default")), ComputeDevice.Parse("auto"));
        PreparedDrawing prepared = PreparedDrawing.Create(drawing, ColorizationOptions.Default.LineArt, CancellationToken.None);
        if (prepared.Regions.Labels.Length != drawing.PixelCount)
        {
            Console.Error.WriteLine("The drawing must have at most 1024 pixels on its short side, so that regions are known for each pixel.");
            return 2;
        }

        Console.WriteLine($"{"reach",-10}{"mean CIEDE2000 inside",24}{"outside",12}{"outside/inside",18}");
        foreach (HintReach reach in Enum.GetValues<HintReach>())
        {
            ColorizationOptions options = new() { Result = ResultKind.Colors, Reach = reach };
            HintSet set = HintSet.FromLayer(hints);
            Picture before = colorizer.Colorize(drawing, hints, options).Picture;
            double inside = 0;
            double outside = 0;
            for (int group = 1; group <= set.GroupCount; group++)
            {
                Picture after = colorizer.Colorize(drawing, WithOtherHue(hints, set, group), options).Picture;
                (double In, double Out) change = Compare(before, after, RegionsOf(prepared, set, group), prepared.Regions.Labels.Data);
                inside += change.In / set.GroupCount;
                outside += change.Out / set.GroupCount;
            }

            Console.WriteLine($"{reach,-10}{inside,24:0.00}{outside,12:0.000}{outside / inside,18:0.0000}");
        }

        return 0;
    }

    /// <summary>Red becomes green, green blue, blue red: another hue, the same lightness roughly.</summary>
    private static Picture WithOtherHue(Picture hints, HintSet set, int group)
    {
        Picture changed = new(hints.Width, hints.Height, [.. hints.Pixels]);
        for (int i = 0; i < set.Count; i++)
        {
            if (set.Groups[i] != group) continue;
            Span<byte> pixel = changed.Pixels.AsSpan(set.Positions[i] * Picture.BytesPerPixel, 3);
            (pixel[0], pixel[1], pixel[2]) = (pixel[1], pixel[2], pixel[0]);
        }

        return changed;
    }

    private static HashSet<int> RegionsOf(PreparedDrawing prepared, HintSet set, int group) =>
        [.. Enumerable.Range(0, set.Count).Where(i => set.Groups[i] == group).Select(i => prepared.Regions.Labels.Data[set.Positions[i]])];

    private static (double Inside, double Outside) Compare(Picture before, Picture after, HashSet<int> regions, int[] labels)
    {
        double inside = 0, outside = 0;
        long countInside = 0;
        for (int i = 0; i < labels.Length; i++)
        {
            ReadOnlySpan<byte> a = before.Pixels.AsSpan(i * Picture.BytesPerPixel, 3);
            ReadOnlySpan<byte> b = after.Pixels.AsSpan(i * Picture.BytesPerPixel, 3);
            double difference = a.SequenceEqual(b) ? 0 : Ciede2000.Difference((a[2], a[1], a[0]), (b[2], b[1], b[0]));
            if (regions.Contains(labels[i]))
            {
                inside += difference;
                countInside++;
            }
            else
            {
                outside += difference;
            }
        }

        return (inside / Math.Max(1, countInside), outside / Math.Max(1, labels.Length - countInside));
    }
}
