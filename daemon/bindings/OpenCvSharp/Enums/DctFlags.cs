namespace OpenCvSharp;

/// <summary>Options of Dct.</summary>
[Flags]
public enum DctFlags
{
    None = 0,
    Inverse = 1,
    Rows = 4,
}
