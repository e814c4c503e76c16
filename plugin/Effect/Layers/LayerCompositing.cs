namespace PdnColorize.Effect.Layers;

/// <summary>Brings layers together to the picture that is coloured.</summary>
internal static class LayerCompositing
{
    private const int Opaque = 255;

    /// <summary>Copies a layer's pixels as they are, whatever its opacity.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static byte[] Copy(ILayer layer, PixelArea area, CancellationToken cancellationToken)
    {
        byte[] copy = GC.AllocateUninitializedArray<byte>(area.ByteCount);
        using ILayerPixels pixels = layer.Open();
        for (int y = 0; y < area.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Part(pixels, area, y).CopyTo(copy.AsSpan(y * area.RowBytes));
        }

        return copy;
    }

    /// <summary>
    /// Lays layers over each other with their opacity, over nothing: where no layer has anything, the result is transparent. Of the blend modes it knows Multiply, since white paper hides what lies below it
    /// without; all others count as normal. For lines over paper they differ little, and a layer for which that is not true can be chosen by name.
    /// </summary>
    /// <param name="layers">From the bottom up; each is laid, shown or not.</param>
    /// <param name="area">The part of the document.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>Blue, green, red, alpha, not multiplied in; no padding.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static byte[] Compose(IEnumerable<ILayer> layers, PixelArea area, CancellationToken cancellationToken)
    {
        byte[] result = new byte[area.ByteCount];
        foreach (ILayer layer in layers)
        {
            int opacity = (int)Math.Round(Math.Clamp(layer.Opacity, 0, 1) * Opaque);
            using ILayerPixels pixels = layer.Open();
            for (int y = 0; y < area.Height; y++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Lay(Part(pixels, area, y), opacity, layer.Multiplies, result.AsSpan(y * area.RowBytes, area.RowBytes));
            }
        }

        return result;
    }

    private static ReadOnlySpan<byte> Part(ILayerPixels pixels, PixelArea area, int y) =>
        pixels.Row(area.Y + y).Slice(area.X * PixelArea.BytesPerPixel, area.RowBytes);

    /// <summary>Porter and Duff's "over" with straight alpha; before it, as W3C's "Compositing and Blending" has it, the colours are multiplied as far as there is something below.</summary>
    private static void Lay(ReadOnlySpan<byte> over, int opacity, bool multiplies, Span<byte> under)
    {
        for (int i = 0; i < over.Length; i += PixelArea.BytesPerPixel)
        {
            int above = ((over[i + 3] * opacity) + (Opaque / 2)) / Opaque;
            if (above == 0) continue;
            int below = under[i + 3];
            if (below == 0 || (above == Opaque && !multiplies))
            {
                over.Slice(i, 3).CopyTo(under[i..]);
                under[i + 3] = (byte)above;
                continue;
            }

            // All in 255ths of 255ths, so that only the last step rounds.
            int aboveShare = above * Opaque;
            int belowShare = below * (Opaque - above);
            int whole = aboveShare + belowShare;
            for (int c = 0; c < 3; c++) under[i + c] = (byte)(((Blend(over[i + c], under[i + c]) * aboveShare) + (under[i + c] * belowShare) + (whole / 2)) / whole);
            under[i + 3] = (byte)((whole + (Opaque / 2)) / Opaque);

            int Blend(int upper, int lower) => multiplies ? ((upper * ((Opaque * (Opaque - below)) + (below * lower))) + (Opaque * Opaque / 2)) / (Opaque * Opaque) : upper;
        }
    }
}
