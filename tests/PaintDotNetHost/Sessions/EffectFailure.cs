using System.Reflection;
using PaintDotNet;

namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>Something that a plugin must not do, as Paint.NET shows it: the effect ends, the layer stays as it is, the application lives on.</summary>
/// <param name="Phase">What the effect was asked for.</param>
/// <param name="Exception">What it threw.</param>
/// <param name="Text">What the user reads.</param>
public sealed record EffectFailure(string Phase, Exception Exception, string Text)
{
    internal static EffectFailure Of(Type effect, string phase, Exception exception)
    {
        PluginSupportInfoAttribute? info = effect.GetCustomAttribute<PluginSupportInfoAttribute>() ?? effect.Assembly.GetCustomAttribute<PluginSupportInfoAttribute>();
        string text = $"""
            File: {effect.Assembly.Location}
            Name: {effect.FullName}
            Version: {info?.Version ?? effect.Assembly.GetName().Version}
            Author: {info?.Author}
            Copyright: {info?.Copyright}
            Website: {info?.WebsiteUri}
            PaintDotNet.WorkerThreadException: Worker thread threw an exception
             ---> {exception}
            """;
        return new EffectFailure(phase, exception, text);
    }
}
