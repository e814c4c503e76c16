using System.Reflection;
using PdnColorize.Tests.Shared;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>What the host adds to Paint.NET's interface is not for plugins.</summary>
public sealed class InterfaceTests
{
    /// <summary>Overriding what every object has changes nothing for those who call it, so the list need not have it.</summary>
    private static readonly string[] OfObject = [".Equals(System.Object obj) : System.Boolean", ".GetHashCode() : System.Int32", ".ToString() : System.String"];

    private static readonly string[] Names = ["ComponentModel", "Core", "Data", "Effects.Core", "Fundamentals", "Primitives", "PropertySystem", "Windows", "Windows.Core"];

    [Fact]
    public void PublicSurface_OfAllAssemblies_IsPaintDotNetsReference()
    {
        HashSet<string> reference = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "api", "PaintDotNet-5.1.txt"))];

        HashSet<string> here = [.. Names.SelectMany(name => ApiSurface.Of(Assembly.Load($"PaintDotNet.{name}")))];

        Assert.Equal([], reference.Except(here));
        Assert.Equal([], here.Except(reference).Where(member => !OfObject.Any(member.EndsWith)));
    }

    [Fact]
    public void Version_OfAllAssemblies_IsTheOldestThatPluginsMayBeLoadedInto() =>
        Assert.All(Names, name => Assert.Equal(new Version(5, 100, 0, 0), Assembly.Load($"PaintDotNet.{name}").GetName().Version));
}
