using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace PdnColorize.Effect.Tests.Plugin;

/// <summary>Assemblies that refer to what they should not: nothing but references, which is all that is looked at.</summary>
internal static class BadPlugin
{
    /// <summary>Writes an assembly with a reference to a method without parameters that returns nothing.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="assembly">Name of the assembly that it refers to.</param>
    /// <param name="version">Version of that.</param>
    /// <param name="space">Namespace of the type.</param>
    /// <param name="type">The type.</param>
    /// <param name="method">The method.</param>
    public static void Write(string path, string assembly, Version version, string space, string type, string method)
    {
        MetadataBuilder metadata = new();
        metadata.AddModule(0, metadata.GetOrAddString("Bad.dll"), metadata.GetOrAddGuid(Guid.NewGuid()), default, default);
        metadata.AddAssembly(metadata.GetOrAddString("Bad"), new Version(1, 0), default, default, default, AssemblyHashAlgorithm.None);
        metadata.AddTypeDefinition(default, default, metadata.GetOrAddString("<Module>"), default, MetadataTokens.FieldDefinitionHandle(1), MetadataTokens.MethodDefinitionHandle(1));
        AssemblyReferenceHandle reference = metadata.AddAssemblyReference(metadata.GetOrAddString(assembly), version, default, default, default, default);
        TypeReferenceHandle declaring = metadata.AddTypeReference(reference, metadata.GetOrAddString(space), metadata.GetOrAddString(type));
        BlobBuilder signature = new();
        new BlobEncoder(signature).MethodSignature(isInstanceMethod: true).Parameters(0, returns => returns.Void(), _ => { });
        metadata.AddMemberReference(declaring, metadata.GetOrAddString(method), metadata.GetOrAddBlob(signature));

        BlobBuilder image = new();
        new ManagedPEBuilder(PEHeaderBuilder.CreateLibraryHeader(), new MetadataRootBuilder(metadata), new BlobBuilder()).Serialize(image);
        File.WriteAllBytes(path, image.ToArray());
    }
}
