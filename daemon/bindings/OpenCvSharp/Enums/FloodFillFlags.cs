namespace OpenCvSharp;

/// <summary>Options of FloodFill; a fill value for the mask goes into bits 8 to 15.</summary>
[Flags]
public enum FloodFillFlags
{
    Link4 = 4,
    Link8 = 8,
    FixedRange = 65536,
    MaskOnly = 131072,
}
