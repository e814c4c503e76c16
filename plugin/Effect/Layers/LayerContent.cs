using System.Runtime.InteropServices;

namespace PdnColorize.Effect.Layers;

/// <summary>Looks at what is on a layer.</summary>
internal static class LayerContent
{
    private const uint AlphaMask = 0xFF000000;

    /// <summary>A pixel with at least this alpha counts as a hint, in the daemon too.</summary>
    private const byte HintAlpha = 128;

    /// <summary>Whether nothing is on it: one colour all over, or nothing but transparent pixels.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static bool IsBlank(ILayer layer, CancellationToken cancellationToken)
    {
        using ILayerPixels pixels = layer.Open();
        uint first = MemoryMarshal.Cast<byte, uint>(pixels.Row(0))[0];
        for (int y = 0; y < pixels.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<uint> row = MemoryMarshal.Cast<byte, uint>(pixels.Row(y));
            // Most layers are either empty or differ soon: the fast comparison decides nearly always.
            if (!row.ContainsAnyExcept(first)) continue;
            if ((first & AlphaMask) != 0) return false;
            foreach (uint pixel in row)
            {
                if ((pixel & AlphaMask) != 0) return false;
            }
        }

        return true;
    }

    /// <summary>Whether each pixel of a hint layer would be a hint, so that it cannot be one.</summary>
    /// <param name="pixels">Blue, green, red, alpha; no padding.</param>
    public static bool CoversAll(ReadOnlySpan<byte> pixels)
    {
        for (int i = PixelArea.BytesPerPixel - 1; i < pixels.Length; i += PixelArea.BytesPerPixel)
        {
            if (pixels[i] < HintAlpha) return false;
        }

        return true;
    }

    /// <summary>Whether a hint layer holds no hint.</summary>
    /// <param name="pixels">Blue, green, red, alpha; no padding.</param>
    public static bool HasNoHints(ReadOnlySpan<byte> pixels)
    {
        for (int i = PixelArea.BytesPerPixel - 1; i < pixels.Length; i += PixelArea.BytesPerPixel)
        {
            if (pixels[i] >= HintAlpha) return false;
        }

        return true;
    }
}
