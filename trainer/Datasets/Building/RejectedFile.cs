namespace PdnColorize.Datasets.Building;

/// <summary>A picture that was left out, and its file's SHA-256 (empty when it could not be read), which counts in the hash of the sources.</summary>
internal sealed record RejectedFile(RejectedPicture Picture, string Sha256);
