namespace OpenCvSharp;

/// <summary>How Kmeans chooses its first centres.</summary>
[Flags]
public enum KMeansFlags
{
    RandomCenters = 0,
    UseInitialLabels = 1,
    PpCenters = 2,
}
