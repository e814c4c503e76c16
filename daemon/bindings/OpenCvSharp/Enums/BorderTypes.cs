namespace OpenCvSharp;

/// <summary>How pixels outside the picture are made up.</summary>
[Flags]
public enum BorderTypes
{
    Constant = 0,
    Replicate = 1,
    Reflect = 2,
    Wrap = 3,
    Default = 4,
    Reflect101 = 4,
    Transparent = 5,
    Isolated = 16,
}
