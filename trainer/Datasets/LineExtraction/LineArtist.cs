using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>Draws all line drawings of a picture.</summary>
internal static class LineArtist
{
    // A drawing with less ink than this says nothing about the picture; a sheet of 512 x 512 would hold one line of 250 x 5 pixels.
    private const double LeastInk = 0.005;

    /// <summary>The drawings, in the order of the recipes.</summary>
    /// <param name="bgr">CV_8UC3.</param>
    /// <param name="recipes">How to draw them; one that draws next to nothing is replaced by <see cref="LineRecipes.Outlines"/>.</param>
    /// <returns>Names and CV_8UC1 drawings; the caller disposes them.</returns>
    public static (string Extractor, Mat Lines)[] Draw(Mat bgr, IReadOnlyList<LineRecipe> recipes)
    {
        using SmoothedPicture smoothed = new(bgr);
        var drawings = new (string, Mat)[recipes.Count];
        for (int i = 0; i < recipes.Count; i++)
        {
            LineRecipe recipe = recipes[i];
            Mat lines = recipe.Draw(smoothed);
            if (LineRecipe.Ink(lines) < LeastInk)
            {
                lines.Dispose();
                recipe = LineRecipes.Outlines;
                lines = recipe.Draw(smoothed);
            }

            drawings[i] = (recipe.Extractor.Name, lines);
        }

        return drawings;
    }
}
