using OpenCvSharp;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>Shows where hints are.</summary>
internal static class HintDots
{
    private const int Radius = 9;

    /// <summary>The line art with a ring and a dot for each hint: a hint's own pixels can be too few to be seen.</summary>
    public static Picture Paint(Picture drawing, HintSet hints)
    {
        Picture shown = new(drawing.Width, drawing.Height, [.. drawing.Pixels]);
        using Mat canvas = Mat.FromPixelData(shown.Height, shown.Width, MatType.CV_8UC4, shown.Pixels);
        foreach (PaintedHint hint in PaintedHint.Of(hints))
        {
            Point center = new(
                (int)Math.Round(hint.Positions.Average(at => at % hints.Width)),
                (int)Math.Round(hint.Positions.Average(at => at / hints.Width)));
            Cv2.Circle(canvas, center, Radius + 2, new Scalar(80, 80, 80, 255), -1);
            Cv2.Circle(canvas, center, Radius, new Scalar(hint.Color.Blue, hint.Color.Green, hint.Color.Red, 255), -1);
        }

        return shown;
    }
}
