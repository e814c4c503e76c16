namespace OpenCvSharp;

/// <summary>The columns of the statistics of ConnectedComponentsWithStats.</summary>
public enum ConnectedComponentsTypes
{
    Left = 0,
    Top = 1,
    Width = 2,
    Height = 3,
    Area = 4,
}
