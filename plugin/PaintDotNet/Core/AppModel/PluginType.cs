namespace PaintDotNet.AppModel;

/// <summary>Kinds of plugins.</summary>
public enum PluginType
{
    Effect = 1,
    FileType = 2,
    Shape = 3,
}
