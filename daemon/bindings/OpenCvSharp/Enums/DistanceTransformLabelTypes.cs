namespace OpenCvSharp;

/// <summary>What gets a label of its own in DistanceTransformWithLabels.</summary>
public enum DistanceTransformLabelTypes
{
    CComp = 0,
    Pixel = 1,
}
