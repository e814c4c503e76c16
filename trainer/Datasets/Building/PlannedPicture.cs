namespace PdnColorize.Datasets.Building;

/// <summary>An accepted picture with what decides its sample's bytes.</summary>
internal sealed record PlannedPicture(string Key, string Sha256, string Group, float Weight);
