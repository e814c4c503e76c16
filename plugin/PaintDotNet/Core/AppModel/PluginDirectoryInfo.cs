namespace PaintDotNet.AppModel;

/// <summary>A folder that plugins are loaded from.</summary>
public readonly struct PluginDirectoryInfo
{
    internal PluginDirectoryInfo(string path, PluginType type)
    {
        Path = path;
        Type = type;
    }

    public string Path { get; }

    public PluginType Type { get; }
}
