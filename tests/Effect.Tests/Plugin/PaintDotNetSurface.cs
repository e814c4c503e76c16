using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PdnColorize.Effect.Tests.Plugin;

/// <summary>What plug-ins may use of Paint.NET: the public and protected members that plugin/PaintDotNet describes, type by type.</summary>
internal sealed class PaintDotNetSurface
{
    private readonly Dictionary<string, HashSet<string>> _members = [];

    private PaintDotNetSurface()
    {
    }

    /// <summary>Reads the descriptions in a folder.</summary>
    public static PaintDotNetSurface Read(string folder)
    {
        PaintDotNetSurface surface = new();
        foreach (string path in Directory.EnumerateFiles(folder, "PaintDotNet.*.dll"))
        {
            using PEReader file = new(File.OpenRead(path));
            surface.Add(file.GetMetadataReader());
        }

        return surface;
    }

    /// <summary>Whether an assembly has a type.</summary>
    public bool HasType(string assembly, string type) => _members.ContainsKey($"[{assembly}]{type}");

    /// <summary>Whether the type itself, not one that it comes from, declares a member.</summary>
    public bool HasMember(string assembly, string type, string member) => _members.TryGetValue($"[{assembly}]{type}", out HashSet<string>? members) && members.Contains(member);

    private void Add(MetadataReader reader)
    {
        string assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        foreach (TypeDefinition type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
        {
            if ((type.Attributes & TypeAttributes.VisibilityMask) != TypeAttributes.Public) continue;
            HashSet<string> members = [];
            _members.Add($"[{assembly}]{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}", members);
            foreach (MethodDefinition method in type.GetMethods().Select(reader.GetMethodDefinition))
            {
                if ((method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem)
                    members.Add(SignatureText.Of(reader.GetString(method.Name), method.DecodeSignature(SignatureText.Provider, null)));
            }
        }
    }
}
