namespace PdnColorize.Training.Validation;

/// <summary>A validation picture as it was coloured. All squares have the same side; colours are red, green, blue, interleaved.</summary>
/// <param name="Side">Side in pixels.</param>
/// <param name="Lines">The line art, 0 ink to 255 paper.</param>
/// <param name="Hints">The hints that results with <see cref="HintCount"/> hints saw.</param>
/// <param name="Results">The results, by number of hints: those of <see cref="ShownCounts"/>.</param>
/// <param name="Original">The picture's own colours.</param>
internal sealed record ColoredSample(int Side, byte[] Lines, IReadOnlyList<HintMark> Hints, IReadOnlyDictionary<int, byte[]> Results, byte[] Original)
{
    /// <summary>The number of hints that is shown as marks.</summary>
    public const int HintCount = 10;

    /// <summary>Numbers of hints whose results are shown; all of them are among <see cref="ValidationResult.HintCounts"/>.</summary>
    public static IReadOnlyList<int> ShownCounts { get; } = [0, HintCount];
}
