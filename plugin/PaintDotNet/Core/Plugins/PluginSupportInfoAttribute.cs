namespace PaintDotNet;

/// <summary>Says who made a plugin: itself, or by a type that knows.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class PluginSupportInfoAttribute : Attribute, IPluginSupportInfo
{
    public PluginSupportInfoAttribute()
    {
    }

    public PluginSupportInfoAttribute(Type pluginSupportInfoOrProviderType)
    {
        ArgumentNullException.ThrowIfNull(pluginSupportInfoOrProviderType);
        object knows = Activator.CreateInstance(pluginSupportInfoOrProviderType)!;
        IPluginSupportInfo? info = knows as IPluginSupportInfo ?? (knows as IPluginSupportInfoProvider)?.GetPluginSupportInfo();
        if (info is null) return;
        (DisplayName, Author, Copyright, WebsiteUri) = (info.DisplayName, info.Author, info.Copyright, info.WebsiteUri);
        Version = info.Version ?? Version;
    }

    public PluginSupportInfoAttribute(string? displayName, string? author, string? copyright, Version? version, Uri? websiteUri)
    {
        (DisplayName, Author, Copyright, WebsiteUri) = (displayName, author, copyright, websiteUri);
        Version = version ?? Version;
    }

    public string? Author { get; set; }

    public string? Copyright { get; set; }

    public string? DisplayName { get; set; }

    public Version Version { get; set; } = new();

    public Uri? WebsiteUri { get; set; }
}
