using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class SampleRandomTests
{
    [Fact]
    public void Next_KnownSeed_GivesSplitMix64sNumbers()
    {
        // Rosetta Code, "Pseudo-random numbers/Splitmix64", seed 1234567.
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821];
        SampleRandom random = new(1234567);

        Assert.Equal(expected, expected.Select(_ => random.Next()));
    }

    [Fact]
    public void Geometric_ManyDraws_HasTheMeanAndStartsAtOne()
    {
        SampleRandom random = new(1);
        int[] draws = [.. Enumerable.Range(0, 20000).Select(_ => random.Geometric(8))];

        Assert.Equal(1, draws.Min());
        Assert.InRange(draws.Average(), 7.8, 8.2);
        // One in eight is a one.
        Assert.InRange(draws.Count(draw => draw == 1) / 20000.0, 0.115, 0.135);
    }
}
