using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace PdnColorize.PaintDotNetHost.Plugins;

/// <summary>
/// Loads a plugin as Paint.NET does: apart from other plugins; Paint.NET's own assemblies come from the application, the framework's from the framework, and all others from where the plugin's .deps.json says.
/// What the host has besides is not for plugins: one that forgot to ship something must fail here as it would there.
/// </summary>
internal sealed class PluginLoadContext(string pluginPath) : AssemblyLoadContext(Path.GetFileNameWithoutExtension(pluginPath))
{
    private readonly AssemblyDependencyResolver _resolver = new(pluginPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        if (name.StartsWith("PaintDotNet.", StringComparison.Ordinal)) return null;
        if (_resolver.ResolveAssemblyToPath(assemblyName) is { } path) return LoadFromAssemblyPath(path);
        // Texts in other languages are looked for everywhere, and need not be anywhere.
        return IsOfFramework(name) || name.EndsWith(".resources", StringComparison.Ordinal) ? null : throw new FileNotFoundException($"The plugin needs {assemblyName}, which its .deps.json does not list and Paint.NET does not have.", name + ".dll");
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        _resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;

    // A self-contained host lies in one folder with the framework, so that the folder alone does not tell them apart.
    private static bool IsOfFramework(string name) =>
        (name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "mscorlib" or "netstandard" || name.StartsWith("Microsoft.Win32.", StringComparison.Ordinal)
            || name is "Microsoft.CSharp" or "Microsoft.VisualBasic.Core" or "WindowsBase")
        // Paint.NET has it although it is no part of the framework.
        && (name == "System.Drawing.Common" || File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll")));
}
