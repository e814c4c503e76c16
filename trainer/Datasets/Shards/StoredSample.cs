namespace PdnColorize.Datasets.Shards;

/// <summary>A sample as it stands in a shard: encoded.</summary>
/// <param name="Facts">Its <c>.json</c> member.</param>
/// <param name="ColorPng">Its colours.</param>
/// <param name="LinePngs">Its line drawings, grey, in order.</param>
internal sealed record StoredSample(SampleFacts Facts, byte[] ColorPng, IReadOnlyList<byte[]> LinePngs);
