using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>The region of each pixel.</summary>
/// <param name="Labels">1 to <paramref name="Count"/>; every pixel has one.</param>
/// <param name="Count">Number of regions.</param>
internal sealed record RegionMap(Plane<int> Labels, int Count);
