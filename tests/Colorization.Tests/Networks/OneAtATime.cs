namespace PdnColorize.Colorization.Tests.Networks;

/// <summary>Tests that count live tensors or use all cores run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    public const string Name = "torch";
}
