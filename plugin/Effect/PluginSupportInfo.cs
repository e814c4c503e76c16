using System.Reflection;
using PaintDotNet;

namespace PdnColorize.Effect;

/// <summary>What Paint.NET says of the plug-in in its list of plug-ins and in its own error messages.</summary>
public sealed class PluginSupportInfo : IPluginSupportInfo
{
    private static readonly Assembly Plugin = typeof(PluginSupportInfo).Assembly;

    /// <inheritdoc/>
    public string? Author => Plugin.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;

    /// <inheritdoc/>
    public string? Copyright => Plugin.GetCustomAttribute<AssemblyCopyrightAttribute>()?.Copyright;

    /// <inheritdoc/>
    public string? DisplayName => AutoColorizeEffect.MenuName;

    /// <inheritdoc/>
    public Version? Version => Plugin.GetName().Version;

    /// <inheritdoc/>
    public Uri? WebsiteUri => null;
}
