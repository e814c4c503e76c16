namespace OpenCvSharp;

/// <summary>The relation that Compare tests.</summary>
public enum CmpTypes
{
    EQ = 0,
    GT = 1,
    GE = 2,
    LT = 3,
    LE = 4,
    NE = 5,
}
