namespace OpenCvSharp;

/// <summary>The dimension that Reduce removes.</summary>
public enum ReduceDimension
{
    Auto = -1,
    Row = 0,
    Column = 1,
}
