namespace PdnColorize.PaintDotNetHost.Plugins;

/// <summary>A plugin that cannot be loaded: Paint.NET would leave it out and list it under "Plugin Errors".</summary>
public sealed class PluginLoadException : Exception
{
    public PluginLoadException(string message)
        : base(message)
    {
    }

    public PluginLoadException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public PluginLoadException()
    {
    }
}
