using PdnColorize.Training.Reading;

namespace PdnColorize.Training.Tests.Reading;

public sealed class ReadingScoreTests
{
    [Fact]
    public void Of_BordersWithinAPixelAndOneTooMany_CountsThem()
    {
        // 5 x 5: a true border in column 2; found in column 1 (a pixel off, all of it) and at (4, 4), which is none.
        float[] border = [.. Enumerable.Range(0, 25).Select(i => i % 5 == 2 ? 1f : 0)];
        float[] logits = [.. Enumerable.Range(0, 25).Select(i => i % 5 == 1 || i == 24 ? 3f : -3)];

        ReadingScore score = ReadingScore.Of(logits, border, 5, [], [], []);

        Assert.Equal(5.0 / 6, score.Precision, 6);
        Assert.Equal(1, score.Recall);
        Assert.Equal(2 * (5.0 / 6) / (1 + (5.0 / 6)), score.F1, 6);
    }

    [Fact]
    public void Of_Pairs_CountsEqualAndDifferentOnesTheSame()
    {
        // Three equal pairs of which two are seen, one different pair that is seen, one that does not count.
        float[] likeness = [1, 1, -1, -1, 9];
        float[] equal = [1, 1, 1, 0, 0];
        float[] weight = [0.5f / 3, 0.5f / 3, 0.5f / 3, 0.5f, 0];

        Assert.Equal((2.0 / 3 * 0.5) + 0.5, ReadingScore.Of([0], [0], 1, likeness, equal, weight).PairAccuracy, 5);
    }
}
