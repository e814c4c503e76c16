namespace PaintDotNet.AppModel;

/// <summary>How the application was installed.</summary>
public enum AppInstallType
{
    Classic = 0,
    Portable = 1,
    Appx = 2,
}
