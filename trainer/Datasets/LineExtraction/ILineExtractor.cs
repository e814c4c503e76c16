using OpenCvSharp;

namespace PdnColorize.Datasets.LineExtraction;

/// <summary>Draws the lines of a colour picture.</summary>
internal interface ILineExtractor
{
    /// <summary>How the data set calls it, with its parameters, for instance <c>xdog-0.5</c>.</summary>
    string Name { get; }

    /// <summary>Draws.</summary>
    /// <param name="bgr">The picture, CV_8UC3: blue, green, red.</param>
    /// <returns>CV_8UC1 of the same size: 0 a black line, 255 white paper. The caller disposes it.</returns>
    Mat Extract(Mat bgr);
}
