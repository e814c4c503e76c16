using PdnColorize.Colorization.Maps;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Compositing;

/// <summary>
/// Brings a network's small coloured picture to working size, guided by the lines: colours stop at them, and the lines' own darkness is left out.
/// </summary>
/// <remarks>
/// Joint upsampling with region borders as the guide. The network paints its lines into its output and mixes what lies on both sides of one in the same cell, so
/// cells are weighted by how clean their paper is and pixels by their distance from the lines; a smoothing inside each region carries the clean colours to its rim.
/// </remarks>
internal static class ColorLifting
{
    /// <summary>Radius of the smoothing, in cells of the network's output.</summary>
    private const double RadiusInCells = 1.25;

    /// <summary>What even the least trusted pixel counts, so that regions without a clean pixel get the mean of what they have.</summary>
    private const float LeastWeight = 0.002f;

    /// <summary>Cells with less paper than this say too little of its colour to be lightened further.</summary>
    private const float LeastPaper = 0.35f;

    /// <summary>Lifts colours.</summary>
    /// <param name="colors">The network's output, any size.</param>
    /// <param name="lines">Line art of the same size as <paramref name="colors"/>: 0 ink, 255 paper.</param>
    /// <param name="regions">Regions at working size.</param>
    /// <param name="distances">Distance of each pixel to the nearest line at working size, in pixels.</param>
    public static ColorField Lift(ColorField colors, Plane<byte> lines, RegionMap regions, float[] distances)
    {
        int width = regions.Labels.Width;
        int height = regions.Labels.Height;
        float[] weighted = Premultiply(colors, lines);
        float[] values = Resampling.Run(
            weighted, colors.Width, RegionSmoothing.Channels, AxisWeights.Linear(colors.Width, width), AxisWeights.Linear(colors.Height, height));

        double cell = Math.Max(1, (double)width / colors.Width);
        for (int i = 0; i < distances.Length; i++)
        {
            float clean = (float)Math.Clamp(distances[i] / cell, LeastWeight, 1);
            Span<float> pixel = values.AsSpan(i * RegionSmoothing.Channels, RegionSmoothing.Channels);
            for (int c = 0; c < RegionSmoothing.Channels; c++) pixel[c] *= clean;
        }

        RegionSmoothing.Run(values, regions.Labels, RadiusInCells * cell);
        return Divide(values, width, height);
    }

    private static float[] Premultiply(ColorField colors, Plane<byte> lines)
    {
        float[] weighted = new float[lines.Length * RegionSmoothing.Channels];
        for (int i = 0; i < lines.Length; i++)
        {
            float paper = lines.Data[i] / 255f;
            // The fourth power: a cell that is a quarter ink counts a third, one that is half ink a sixteenth.
            float weight = Math.Max(LeastWeight, paper * paper * paper * paper);
            // The network painted the lines too: a cell that is a quarter ink came out a quarter darker than its paper.
            float undarken = 1 / Math.Max(LeastPaper, paper);
            for (int c = 0; c < ColorField.Channels; c++)
                weighted[(i * RegionSmoothing.Channels) + c] = weight * Math.Min(255, colors.Data[(i * ColorField.Channels) + c] * undarken);
            weighted[(i * RegionSmoothing.Channels) + 3] = weight;
        }

        return weighted;
    }

    private static ColorField Divide(float[] values, int width, int height)
    {
        float[] data = new float[width * height * ColorField.Channels];
        for (int i = 0; i < width * height; i++)
        {
            float weight = values[(i * RegionSmoothing.Channels) + 3];
            for (int c = 0; c < ColorField.Channels; c++)
                data[(i * ColorField.Channels) + c] = Math.Clamp(values[(i * RegionSmoothing.Channels) + c] / weight, 0, 255);
        }

        return new ColorField(width, height, data);
    }
}
