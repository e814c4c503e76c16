using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class BaselineTests
{
    [Theory]
    [InlineData(Baseline.White)]
    [InlineData(Baseline.Nearest)]
    [InlineData(Baseline.Watershed)]
    [InlineData(Baseline.Propagation)]
    public void Color_NoHints_IsWhite(Baseline baseline) =>
        Assert.All(Color(baseline, TwoRooms.Draw(), TwoRooms.Hints()).Pixels, value => Assert.Equal(255, value));

    [Theory]
    [InlineData(Baseline.Watershed)]
    [InlineData(Baseline.Propagation)]
    public void Color_HintInEachRoom_FillsTheRooms(Baseline baseline)
    {
        // The right hint is far from the wall, the left one beside it.
        Picture result = Color(baseline, TwoRooms.Draw(), TwoRooms.Hints((28, 32, TwoRooms.Red), (62, 2, TwoRooms.Blue)));

        Assert.All(Paper(), i => Assert.Equal(TwoRooms.IsLeft(i) ? TwoRooms.Red : TwoRooms.Blue, TwoRooms.ColorAt(result, i % 64, i / 64)));
    }

    [Fact]
    public void Nearest_HintInEachRoom_IgnoresTheWall()
    {
        Picture result = Color(Baseline.Nearest, TwoRooms.Draw(), TwoRooms.Hints((28, 32, TwoRooms.Red), (62, 32, TwoRooms.Blue)));

        Assert.Equal(TwoRooms.Red, TwoRooms.ColorAt(result, 44, 32));
        Assert.Equal(TwoRooms.Blue, TwoRooms.ColorAt(result, 46, 32));
    }

    [Fact]
    public void Watershed_HintBesideAGap_LeaksWherePropagationDoesNot()
    {
        PreparedDrawing drawing = TwoRooms.Draw(gap: 4);
        HintSet hints = TwoRooms.Hints((28, 33, TwoRooms.Red), (62, 2, TwoRooms.Blue));

        // First come, first served: red is through the gap before blue has crossed its room.
        Assert.Equal(TwoRooms.Red, TwoRooms.ColorAt(Color(Baseline.Watershed, drawing, hints), 40, 33));
        Assert.Equal(TwoRooms.Blue, TwoRooms.ColorAt(Color(Baseline.Propagation, drawing, hints), 40, 33));
    }

    [Fact]
    public void NearestSeeds_RandomSeeds_AreNearestByBruteForce()
    {
        SampleRandom random = new(7);
        Plane<int> seeds = new(37, 23);
        for (int seed = 1; seed <= 12; seed++) seeds[random.Below(37), random.Below(23)] = seed;

        Plane<int> nearest = NearestSeeds.Find(seeds);

        for (int i = 0; i < seeds.Length; i++)
        {
            int least = Enumerable.Range(0, seeds.Length).Where(at => seeds.Data[at] > 0).Min(at => Square(i, at));
            int found = Enumerable.Range(0, seeds.Length).Where(at => seeds.Data[at] == nearest.Data[i]).Min(at => Square(i, at));
            Assert.Equal(least, found);
        }

        static int Square(int a, int b) => (((a % 37) - (b % 37)) * ((a % 37) - (b % 37))) + (((a / 37) - (b / 37)) * ((a / 37) - (b / 37)));
    }

    [Fact]
    public void NearestSeeds_NoSeeds_IsNone() => Assert.All(NearestSeeds.Find(new Plane<int>(9, 5)).Data, seed => Assert.Equal(0, seed));

    private static IEnumerable<int> Paper() => Enumerable.Range(0, TwoRooms.Side * TwoRooms.Side).Where(i => !TwoRooms.IsWall(i));

    private static Picture Color(Baseline baseline, PreparedDrawing drawing, HintSet hints)
    {
        using BaselineCandidate candidate = new(baseline);
        // Only the flood over true borders looks at the original.
        return Assert.Single(candidate.Color(new ColoringTask(null!, drawing, hints), CancellationToken.None));
    }
}
