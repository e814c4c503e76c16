namespace PdnColorize.Colorization.Models;

/// <summary>What the three colour channels of a model's inputs and outputs mean.</summary>
public enum ModelColorSpace
{
    /// <summary>sRGB: red, green, blue.</summary>
    Rgb,

    /// <summary>OpenCV's 8-bit YUV (BT.601, U and V around the middle of the range), as PaintsChainer used.</summary>
    Yuv,
}
