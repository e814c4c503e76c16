using System.Reflection;
using PaintDotNet.Effects;

namespace PdnColorize.PaintDotNetHost.Plugins;

/// <summary>A plugin, loaded from a folder that is laid out as it is installed in Paint.NET's folder Effects.</summary>
public sealed class PluginFolder
{
    private PluginFolder(string path, Type effectType) => (Path, EffectType) = (path, effectType);

    /// <summary>The plugin's assembly.</summary>
    public string Path { get; }

    /// <summary>Its effect.</summary>
    public Type EffectType { get; }

    /// <summary>Loads a plugin, apart from all that were loaded before, also from the same folder.</summary>
    /// <exception cref="PluginLoadException">There is no plugin, more than one, or it cannot be loaded.</exception>
    public static PluginFolder Load(string folder)
    {
        string path = FindAssembly(System.IO.Path.GetFullPath(folder));
        try
        {
            Type[] effects = [.. new PluginLoadContext(path).LoadFromAssemblyPath(path).GetTypes().Where(IsEffect)];
            return effects.Length == 1 ? new PluginFolder(path, effects[0]) : throw new PluginLoadException($"{path} has {effects.Length} effects, not one.");
        }
        catch (Exception e) when (e is ReflectionTypeLoadException or BadImageFormatException or IOException)
        {
            string reason = e is ReflectionTypeLoadException types ? types.LoaderExceptions.FirstOrDefault()?.Message ?? e.Message : e.Message;
            throw new PluginLoadException($"{path} cannot be loaded: {reason}", e);
        }
    }

    internal static bool IsEffect(Type type) => !type.IsAbstract && type.IsSubclassOf(typeof(BitmapEffect)) && type.GetConstructor(Type.EmptyTypes) is not null;

    private static string FindAssembly(string folder)
    {
        if (!Directory.Exists(folder)) throw new PluginLoadException($"There is no folder {folder}.");
        string[] found = [.. Directory.EnumerateFiles(folder, "*.deps.json").Select(path => path[..^".deps.json".Length] + ".dll").Where(File.Exists)];
        if (found.Length == 0) found = Directory.GetFiles(folder, "*.dll");
        return found.Length switch
        {
            1 => found[0],
            0 => throw new PluginLoadException($"{folder} has no plugin."),
            _ => throw new PluginLoadException($"{folder} has several assemblies that may be the plugin: one with a .deps.json beside it is needed."),
        };
    }
}
