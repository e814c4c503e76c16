using PdnColorize.Colorization.Models;

namespace PdnColorize.Host.Engine;

/// <summary>What is wrong with a model in words without paths, for other processes.</summary>
internal static class ModelProblems
{
    public static string Describe(ModelError error) => error switch
    {
        ModelError.NotFound => "it is not there",
        ModelError.ManifestInvalid => "its model.json makes no sense",
        ModelError.VersionTooNew => "it is made for a newer version of PdnColorize",
        ModelError.FileMissing => "a weight file is missing",
        ModelError.FileInvalid => "a weight file is damaged",
        ModelError.HashMismatch => "a weight file is not the one that model.json was written for",
        ModelError.ShapeMismatch => "its weights do not fit its network",
        ModelError.Unreadable => "its files cannot be read",
        _ => "it cannot be used",
    };
}
