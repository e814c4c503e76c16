using PdnColorize.Datasets;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>A picture that may be evaluated on, not decoded yet.</summary>
/// <param name="Source">Where it comes from: the figures of a kind's sources count the same.</param>
/// <param name="Place">The source's full path, which ends in its name; sources of one name differ in it.</param>
/// <param name="Key">Its name, unique in its source.</param>
/// <param name="HasTrueLines">Whether its first line drawing is the artist's.</param>
/// <param name="Read">Decodes it with its line drawings.</param>
internal sealed record ListedPicture(string Source, string Place, string Key, bool HasTrueLines, Func<TrainingPair> Read)
{
    /// <summary>Whether a drawing of this kind can be made of it: lines are drawn from pictures that have none, and clean lines of either sort can be degraded.</summary>
    public bool CanBe(LineKind kind) => kind switch
    {
        LineKind.True => HasTrueLines,
        LineKind.Own or LineKind.Foreign => !HasTrueLines,
        _ => true,
    };
}
