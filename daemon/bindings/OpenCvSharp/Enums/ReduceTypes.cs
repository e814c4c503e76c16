namespace OpenCvSharp;

/// <summary>What Reduce computes of each row or column.</summary>
public enum ReduceTypes
{
    Sum = 0,
    Avg = 1,
    Max = 2,
    Min = 3,
}
