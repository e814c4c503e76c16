using PdnColorize.Colorization.Compositing;

namespace PdnColorize.Colorization.Networks;

/// <summary>
/// Runs a network over a whole picture if memory allows it, else over overlapping tiles of it, smaller and smaller. Tiles are second best: each sees less around
/// it, and their seams are blended.
/// </summary>
internal static class TiledPass
{
    /// <summary>Sides of the tiles that are tried in turn, in pixels: multiples of 16, at 128 a pass takes tens of megabytes.</summary>
    private static readonly int[] TileSides = [512, 256, 128];

    /// <summary>Shared by two neighbours and blended over, as a share of a tile: a quarter.</summary>
    private const int OverlapDivisor = 4;

    /// <summary>Runs the network.</summary>
    /// <param name="planes">Channels x height x width.</param>
    /// <param name="channels">Number of input channels.</param>
    /// <param name="size">Width and height, multiples of 16.</param>
    /// <param name="pass">Runs the network over planes of a size and gives 3 x height x width.</param>
    /// <param name="cancellationToken">Checked between tiles.</param>
    /// <returns>3 x height x width.</returns>
    /// <remarks>What the smallest tile cannot be computed with for lack of memory is thrown as the library throws it; see <see cref="MemoryErrors"/>.</remarks>
    public static float[] Run(
        float[] planes, int channels, PictureSize size, Func<float[], PictureSize, float[]> pass, CancellationToken cancellationToken)
    {
        try
        {
            return pass(planes, size);
        }
        catch (Exception e) when (MemoryErrors.IsOutOfMemory(e) && Smaller(size, int.MaxValue) is not null)
        {
        }

        // Outside the handler: what the exception keeps alive must be free before the next attempt.
        int side = Smaller(size, int.MaxValue)!.Value;
        while (true)
        {
            try
            {
                return RunTiles(planes, channels, size, side, pass, cancellationToken);
            }
            catch (Exception e) when (MemoryErrors.IsOutOfMemory(e) && Smaller(size, side) is not null)
            {
            }

            side = Smaller(size, side)!.Value;
        }
    }

    private static int? Smaller(PictureSize size, int than) =>
        TileSides.Where(side => side < than && side < Math.Max(size.Width, size.Height)).Select(side => (int?)side).FirstOrDefault();

    private static float[] RunTiles(
        float[] planes, int channels, PictureSize size, int side, Func<float[], PictureSize, float[]> pass, CancellationToken cancellationToken)
    {
        float[] sums = new float[ColorField.Channels * size.Width * size.Height];
        float[] weights = new float[size.Width * size.Height];
        foreach ((int top, int height) in Spans(size.Height, side))
        {
            foreach ((int left, int width) in Spans(size.Width, side))
            {
                cancellationToken.ThrowIfCancellationRequested();
                PictureSize tile = new(width, height);
                float[] output = pass(Cut(planes, channels, size, left, top, tile), tile);
                Blend(output, tile, sums, weights, size, left, top, side / OverlapDivisor);
            }
        }

        for (int c = 0; c < ColorField.Channels; c++)
            for (int i = 0; i < weights.Length; i++) sums[(c * weights.Length) + i] /= weights[i];
        return sums;
    }

    /// <summary>Starts and lengths of the tiles along one direction: all of the same length, the last one flush with the end.</summary>
    private static IEnumerable<(int Start, int Length)> Spans(int length, int side)
    {
        if (length <= side)
        {
            yield return (0, length);
            yield break;
        }

        int step = side - (side / OverlapDivisor);
        for (int start = 0; start + side < length; start += step) yield return (start, side);
        yield return (length - side, side);
    }

    private static float[] Cut(float[] planes, int channels, PictureSize size, int left, int top, PictureSize tile)
    {
        float[] cut = new float[channels * tile.Width * tile.Height];
        for (int c = 0; c < channels; c++)
        {
            for (int y = 0; y < tile.Height; y++)
            {
                int from = (((c * size.Height) + top + y) * size.Width) + left;
                planes.AsSpan(from, tile.Width).CopyTo(cut.AsSpan(((c * tile.Height) + y) * tile.Width));
            }
        }

        return cut;
    }

    private static void Blend(float[] output, PictureSize tile, float[] sums, float[] weights, PictureSize size, int left, int top, int overlap)
    {
        for (int y = 0; y < tile.Height; y++)
        {
            float vertical = Ramp(y, tile.Height, overlap);
            for (int x = 0; x < tile.Width; x++)
            {
                float weight = vertical * Ramp(x, tile.Width, overlap);
                int at = ((top + y) * size.Width) + left + x;
                weights[at] += weight;
                for (int c = 0; c < ColorField.Channels; c++)
                    sums[(c * size.Width * size.Height) + at] += weight * output[(((c * tile.Height) + y) * tile.Width) + x];
            }
        }
    }

    /// <summary>Rises from the tile's edge over the overlap and falls to the other edge; never zero, so that every pixel has a weight.</summary>
    private static float Ramp(int i, int length, int overlap) => Math.Min(1, (Math.Min(i, length - 1 - i) + 1f) / overlap);
}
