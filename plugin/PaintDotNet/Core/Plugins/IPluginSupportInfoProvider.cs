namespace PaintDotNet;

/// <summary>Knows who made a plugin.</summary>
public interface IPluginSupportInfoProvider
{
    IPluginSupportInfo? GetPluginSupportInfo();
}
