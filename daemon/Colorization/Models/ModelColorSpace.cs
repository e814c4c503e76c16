namespace PdnColorize.Colorization.Models;

/// <summary>What the three colour channels of a model's inputs and outputs mean.</summary>
public enum ModelColorSpace
{
    /// <summary>sRGB: red, green, blue.</summary>
    Rgb,

    /// <summary>8-bit YUV (BT.601, U and V around the middle of the range), as the 2017 article describes it.</summary>
    Yuv,

    /// <summary>
    /// The same YUV of a colour whose red and blue are exchanged: what PaintsChainer's own weights were trained with, because its code converts pixels as
    /// red, green, blue that were read as blue, green, red (pfnet/PaintsChainer, cgi-bin/paint_x2_unet/img2imgDataset.py: COLOR_RGB2YUV; cgi_exe.py: COLOR_YUV2RGB).
    /// </summary>
    YuvOfBgr,
}
