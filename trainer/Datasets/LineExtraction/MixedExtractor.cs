using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>A blend of two extractors, as Cobra trains with: between the two drawings and the darker of both.</summary>
/// <param name="first">One extractor.</param>
/// <param name="second">The other.</param>
/// <param name="share">0..1: weight of the first drawing in their mean.</param>
internal sealed class MixedExtractor(ILineExtractor first, ILineExtractor second, double share) : ILineExtractor
{
    public string Name => $"{first.Name}+{second.Name}";

    public Mat Extract(Mat bgr)
    {
        using Mat one = first.Extract(bgr);
        using Mat other = second.Extract(bgr);
        Mat blend = new();
        Cv2.AddWeighted(one, share, other, 1 - share, 0, blend);
        // The mean alone would leave every line that only one of them draws half as dark as the rest.
        using Mat darker = new();
        Cv2.Min(one, other, darker);
        Cv2.AddWeighted(blend, 0.5, darker, 0.5, 0, blend);
        return blend;
    }
}
