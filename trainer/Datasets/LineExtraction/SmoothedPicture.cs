using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>A picture and what is left of it after one, two, ... passes of smoothing, each made once.</summary>
internal sealed class SmoothedPicture : IDisposable
{
    private readonly List<Mat> _passes = [];
    private readonly Mat _picture;

    /// <param name="picture">CV_8UC3; stays the caller's.</param>
    public SmoothedPicture(Mat picture) => _picture = picture;

    public Mat After(int passes)
    {
        while (_passes.Count < passes)
        {
            Mat next = new();
            _passes.Add(next);
            LineRecipe.Smooth(After(_passes.Count - 1), next);
        }

        return passes == 0 ? _picture : _passes[passes - 1];
    }

    public void Dispose()
    {
        foreach (Mat pass in _passes) pass.Dispose();
        _passes.Clear();
    }
}
