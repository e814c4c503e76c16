namespace OpenCvSharp;

/// <summary>Size of the mask that approximates the distance; Precise is exact, for L2.</summary>
public enum DistanceTransformMasks
{
    Precise = 0,
    Mask3 = 3,
    Mask5 = 5,
}
