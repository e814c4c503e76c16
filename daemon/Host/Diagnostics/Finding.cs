namespace PdnColorize.Host.Diagnostics;

/// <summary>What was found of one part.</summary>
/// <param name="Part">The part.</param>
/// <param name="State">How it is.</param>
/// <param name="Found">Version, or what is wrong.</param>
/// <param name="Remedy">What to do about it; null when nothing needs doing.</param>
internal sealed record Finding(string Part, FindingState State, string Found, string? Remedy = null);
