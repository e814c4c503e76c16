namespace PdnColorize.Colorization.Tests.Memory;

/// <summary>Tests that count what the whole process holds; nothing else may run meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class MemoryTests
{
    public const string Name = "Memory";
}
