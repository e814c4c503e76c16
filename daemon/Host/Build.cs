using System.Reflection;

namespace PdnColorize.Host;

/// <summary>Which build this is.</summary>
internal static class Build
{
    /// <summary>The version, with the commit where the build knows it.</summary>
    public static string Version { get; } =
        typeof(Build).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
