namespace PaintDotNet;

/// <summary>Who made a plugin: shown when it fails.</summary>
public interface IPluginSupportInfo
{
    string? Author { get; }

    string? Copyright { get; }

    string? DisplayName { get; }

    Version? Version { get; }

    Uri? WebsiteUri { get; }
}
