using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Hints;

/// <summary>Checks that a picture can be a drawing's hint layer.</summary>
internal static class HintLayer
{
    /// <summary>Reads the hints; none when there is no layer or nothing is painted on it.</summary>
    /// <exception cref="PictureException">The layer has another size, or no transparent pixel at all.</exception>
    public static HintSet Read(Picture? layer, Picture drawing)
    {
        if (layer is null) return HintSet.None(drawing.Width, drawing.Height);
        if (layer.Width != drawing.Width || layer.Height != drawing.Height)
        {
            throw new PictureException(
                $"The hint layer is {layer.Width} x {layer.Height} pixels, the drawing {drawing.Width} x {drawing.Height}. They must have the same size.");
        }

        HintSet hints = HintSet.FromLayer(layer);
        if (hints.Count == layer.PixelCount)
        {
            throw new PictureException(
                "The hint layer has no transparent pixel, so every pixel would be a hint. Paint the hints on an empty, transparent layer and save it with its transparency (PNG or WebP).");
        }

        return hints;
    }
}
