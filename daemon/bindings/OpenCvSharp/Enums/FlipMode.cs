namespace OpenCvSharp;

/// <summary>The axis of Flip.</summary>
public enum FlipMode
{
    XY = -1,
    X = 0,
    Y = 1,
}
