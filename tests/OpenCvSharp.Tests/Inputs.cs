namespace OpenCvSharp.Tests;

/// <summary>The inputs that make_fixtures.py used.</summary>
internal sealed class Inputs : IDisposable
{
    public Inputs(NumpyArchive archive)
    {
        Bgr = archive.Read("in:bgr");
        Bgra = archive.Read("in:bgra");
        Gray = archive.Read("in:gray");
        Lines = archive.Read("in:lines");
        Real = archive.Read("in:real");
        Seeds = archive.Read("in:seeds");
        Samples = archive.Read("in:samples");
        Cv2.Threshold(Lines, Ink, 128, 255, ThresholdTypes.Binary);
        Cv2.Flip(Bgr, Flipped, FlipMode.X);
    }

    public Mat Bgr { get; }

    public Mat Bgra { get; }

    public Mat Gray { get; }

    /// <summary>Dark lines on white.</summary>
    public Mat Lines { get; }

    /// <summary>Three channels of CV_32F from 0 to 1.</summary>
    public Mat Real { get; }

    public Mat Seeds { get; }

    public Mat Samples { get; }

    /// <summary>The lines in pure black and white.</summary>
    public Mat Ink { get; } = new();

    /// <summary><see cref="Bgr"/> upside down.</summary>
    public Mat Flipped { get; } = new();

    public void Dispose()
    {
        foreach (var mat in new[] { Bgr, Bgra, Gray, Lines, Real, Seeds, Samples, Ink, Flipped })
            mat.Dispose();
    }
}
