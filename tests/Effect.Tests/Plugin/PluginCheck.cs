using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace PdnColorize.Effect.Tests.Plugin;

/// <summary>Looks for what would keep the plug-in's folder from working in some Paint.NET from 5.1 on.</summary>
/// <param name="surface">What it may use of Paint.NET.</param>
internal sealed class PluginCheck(PaintDotNetSurface surface)
{
    public const string PluginName = "AutoColorize";

    /// <summary>5.1.0. A reference to a newer version than the installed one keeps the plug-in from being loaded.</summary>
    private static readonly Version Oldest = new(5, 100, 0, 0);

    /// <summary>Members whose types differ between 5.1 and 5.2.</summary>
    private static readonly string[] Unstable = ["get_BufferSize", "CopyPixels"];

    /// <summary>That of Paint.NET 5.1. Newer ones run it too; what was built for those does not run here.</summary>
    private static readonly Version NewestFramework = new(9, 0, 0, 0);

    /// <summary>
    /// What there is wherever Paint.NET is: .NET itself, and the library with the type of the menu's picture. Nothing of the Windows desktop, which Paint.NET has in another version each year, and without which
    /// the plug-in runs in the test host.
    /// </summary>
    private static readonly HashSet<string> Framework =
    [
        "System.Drawing.Common",
        .. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll").Select(path => Path.GetFileNameWithoutExtension(path)),
    ];

    /// <summary>All faults of an installed plug-in's folder, in words; empty when there are none.</summary>
    public IReadOnlyList<string> Check(string folder)
    {
        List<string> faults = [.. CheckFiles(folder)];
        foreach (string path in Directory.EnumerateFiles(folder, "*.dll")) faults.AddRange(CheckAssembly(path));
        return faults;
    }

    /// <summary>All faults of what an assembly refers to.</summary>
    public IReadOnlyList<string> CheckAssembly(string path)
    {
        using PEReader file = new(File.OpenRead(path));
        MetadataReader reader = file.GetMetadataReader();
        string self = Path.GetFileName(path);
        List<string> faults = [];
        foreach (AssemblyReference reference in reader.AssemblyReferences.Select(reader.GetAssemblyReference))
        {
            string name = reader.GetString(reference.Name);
            if (IsPaintDotNet(name) && reference.Version != Oldest) faults.Add($"{self} refers to {name} {reference.Version}, not {Oldest}.");
            if (IsPaintDotNet(name) && !reference.PublicKeyOrToken.IsNil) faults.Add($"{self} refers to {name} with a key; Paint.NET's assemblies have none.");
            if (IsPaintDotNet(name) || File.Exists(Path.Combine(Path.GetDirectoryName(path)!, name + ".dll"))) continue;
            if (!Framework.Contains(name)) faults.Add($"{self} refers to {name}, which is neither .NET's own, nor Paint.NET's, nor in the folder.");
            else if (reference.Version > NewestFramework) faults.Add($"{self} refers to {name} {reference.Version}, newer than {NewestFramework}.");
        }

        foreach (TypeReference type in reader.TypeReferences.Select(reader.GetTypeReference))
        {
            if (AssemblyOf(reader, type) is { } assembly && IsPaintDotNet(assembly) && !surface.HasType(assembly, NameOf(reader, type)))
                faults.Add($"{self} uses the type {NameOf(reader, type)}, which {assembly} is not known to have.");
        }

        foreach (MemberReference member in reader.MemberReferences.Select(reader.GetMemberReference)) faults.AddRange(CheckMember(reader, member, self));
        return faults;
    }

    private IEnumerable<string> CheckMember(MetadataReader reader, MemberReference member, string self)
    {
        if (DeclaringType(reader, member.Parent) is not { } declaring) yield break;
        TypeReference type = reader.GetTypeReference(declaring);
        if (AssemblyOf(reader, type) is not { } assembly || !IsPaintDotNet(assembly)) yield break;
        string name = reader.GetString(member.Name);
        string text = member.GetKind() == MemberReferenceKind.Method ? SignatureText.Of(name, member.DecodeMethodSignature(SignatureText.Provider, null)) : name;
        if (Unstable.Contains(name)) yield return $"{self} uses {NameOf(reader, type)}.{name}, which is another one in Paint.NET 5.2.";
        else if (!surface.HasMember(assembly, NameOf(reader, type), text)) yield return $"{self} uses {NameOf(reader, type)}: {text}, which {assembly} is not known to have.";
    }

    private static IEnumerable<string> CheckFiles(string folder)
    {
        string dependencies = Path.Combine(folder, PluginName + ".deps.json");
        if (!File.Exists(dependencies))
        {
            yield return "The folder has no .deps.json, which Paint.NET wants of a plug-in with several files.";
            yield break;
        }

        HashSet<string> listed = [Path.GetFileName(dependencies), .. RuntimeFiles(dependencies)];
        foreach (string path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, path);
            if (IsPaintDotNet(Path.GetFileNameWithoutExtension(name))) yield return $"{name} is Paint.NET's own, or poses as it.";
            else if (!listed.Remove(name)) yield return $"{name} should not be shipped: .deps.json does not list it.";
        }

        listed.Remove(Path.GetFileName(dependencies));
        foreach (string missing in listed) yield return $"{missing} is listed in .deps.json, and not there.";
    }

    private static HashSet<string> RuntimeFiles(string dependencies)
    {
        using JsonDocument file = JsonDocument.Parse(File.ReadAllText(dependencies));
        return [.. file.RootElement.GetProperty("targets").EnumerateObject()
            .SelectMany(target => target.Value.EnumerateObject())
            .Where(library => library.Value.TryGetProperty("runtime", out _))
            .SelectMany(library => library.Value.GetProperty("runtime").EnumerateObject())
            .Select(asset => Path.GetFileName(asset.Name))];
    }

    private static TypeReferenceHandle? DeclaringType(MetadataReader reader, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeReference) return (TypeReferenceHandle)parent;
        if (parent.Kind != HandleKind.TypeSpecification) return null;
        BlobReader signature = reader.GetBlobReader(reader.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        // Of List<int> the member belongs to List<T>. Arrays and pointers have none of Paint.NET's.
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        signature.ReadCompressedInteger();
        EntityHandle generic = signature.ReadTypeHandle();
        return generic.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)generic : null;
    }

    private static string? AssemblyOf(MetadataReader reader, TypeReference type) => type.ResolutionScope.Kind == HandleKind.AssemblyReference
        ? reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name)
        : null;

    private static string NameOf(MetadataReader reader, TypeReference type) => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}";

    private static bool IsPaintDotNet(string name) => name.StartsWith("PaintDotNet", StringComparison.OrdinalIgnoreCase);
}
