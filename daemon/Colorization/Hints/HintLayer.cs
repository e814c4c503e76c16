using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Hints;

/// <summary>Checks that a picture can be a drawing's hint layer.</summary>
internal static class HintLayer
{
    /// <summary>Bounds memory: each hint pixel takes 20 bytes while hints are grouped.</summary>
    private const int MostPixels = 20_000_000;

    /// <summary>Reads the hints; none when there is no layer or nothing is painted on it.</summary>
    /// <param name="layer">The layer, or null.</param>
    /// <param name="drawing">The drawing that it belongs to.</param>
    /// <param name="cancellationToken">Checked between passes over the layer.</param>
    /// <exception cref="HintLayerException">The layer has another size, or no transparent pixel at all, or too many hints.</exception>
    public static HintSet Read(Picture? layer, Picture drawing, CancellationToken cancellationToken = default)
    {
        if (layer is null) return HintSet.None(drawing.Width, drawing.Height);
        if (layer.Width != drawing.Width || layer.Height != drawing.Height)
        {
            throw new HintLayerException(
                $"The hint layer is {layer.Width} x {layer.Height} pixels, the drawing {drawing.Width} x {drawing.Height}. They must have the same size.");
        }

        int count = HintSet.CountPixels(layer);
        if (count == layer.PixelCount)
        {
            throw new HintLayerException(
                "The hint layer has no transparent pixel, so every pixel would be a hint. Paint the hints on an empty, transparent layer and save it with its transparency (PNG or WebP).");
        }

        if (count > MostPixels)
        {
            throw new HintLayerException(
                $"The hint layer has {count / 1_000_000} million painted pixels; at most {MostPixels / 1_000_000} million can be used. Paint dots and strokes instead of areas, or shrink both pictures.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        return HintSet.FromLayer(layer);
    }
}
