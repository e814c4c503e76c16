namespace OpenCvSharp;

/// <summary>How the local threshold of AdaptiveThreshold is found.</summary>
public enum AdaptiveThresholdTypes
{
    MeanC = 0,
    GaussianC = 1,
}
