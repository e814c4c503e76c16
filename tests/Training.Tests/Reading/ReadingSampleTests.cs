using PdnColorize.Datasets;
using PdnColorize.Training.Reading;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Reading;

public sealed class ReadingSampleTests
{
    [Fact]
    public void Draw_SameRandomNumbers_GivesTheSameSampleInRange()
    {
        TrainingPair pair = new DrawnPictures(1).Read(0);

        ReadingSample one = ReadingSample.Draw(pair, 64, new SampleRandom(7));
        ReadingSample again = ReadingSample.Draw(pair, 64, new SampleRandom(7));
        ReadingSample other = ReadingSample.Draw(pair, 64, new SampleRandom(8));

        Assert.Equal(one.Ink, again.Ink);
        Assert.Equal(one.Border, again.Border);
        Assert.Equal(one.Points, again.Points);
        Assert.NotEqual(one.Ink, other.Ink);
        Assert.All(one.Ink, value => Assert.InRange(value, 0, 1));
        Assert.All(one.Border, value => Assert.InRange(value, 0, 1));
        Assert.All(one.Points, point => Assert.InRange(point, 0, (64 * 64) - 1));
    }

    [Fact]
    public void Whole_Picture_HasLinesWhereItsBordersAre()
    {
        ReadingSample sample = ReadingSample.Whole(new DrawnPictures(1).Read(0), degraded: false, new SampleRandom(1));

        Assert.Equal(ReadingSample.LongSide * ReadingSample.LongSide, sample.Ink.Length);
        double inkAtBorders = Enumerable.Range(0, sample.Ink.Length).Where(i => sample.Border[i] > 0.5).Average(i => sample.Ink[i]);
        Assert.True(inkAtBorders > 2 * sample.Ink.Average(), $"{inkAtBorders} beside {sample.Ink.Average()}");
    }

    [Fact]
    public void Draw_Pairs_WeighOneHalfForEachKind()
    {
        ReadingSample sample = ReadingSample.Draw(new DrawnPictures(1).Read(0), 128, new SampleRandom(3));

        double equal = Enumerable.Range(0, sample.Weight.Length).Where(i => sample.Equal[i] > 0).Sum(i => sample.Weight[i]);
        Assert.Equal(0.5, equal, 3);
        Assert.Equal(0.5, sample.Weight.Sum() - equal, 3);
    }
}
