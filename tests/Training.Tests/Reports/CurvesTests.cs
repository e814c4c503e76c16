using PdnColorize.Training.Reports.Charts;

namespace PdnColorize.Training.Tests.Reports;

public sealed class CurvesTests
{
    [Fact]
    public void Smooth_TheSameValueThroughout_StaysFromTheFirstOn() =>
        Assert.All(Curves.Smooth([.. Enumerable.Repeat((double?)0.4, 50)]), value => Assert.Equal(0.4, value!.Value, 1e-12));

    [Fact]
    public void Smooth_AGap_StaysAGapAndDoesNotCount()
    {
        double?[] smoothed = Curves.Smooth([1, null, 1, null, 1]);

        Assert.Equal([1, null, 1, null, 1], smoothed.Select(value => value is null ? value : Math.Round(value.Value, 9)));
    }

    [Fact]
    public void Smooth_Noise_LeavesLessOfIt()
    {
        double?[] noise = [.. Enumerable.Range(0, 400).Select(i => (double?)(i % 2 == 0 ? 0 : 1))];

        Assert.All(Curves.Smooth(noise)[200..], value => Assert.InRange(value!.Value, 0.4, 0.6));
    }

    [Fact]
    public void Reduce_ThousandsOfValues_GivesTheMeansOfNeighbours()
    {
        double?[] values = [.. Enumerable.Range(0, 4000).Select(i => (double?)i)];

        double?[] reduced = Curves.Reduce(values);
        double[] steps = Curves.ReduceSteps([.. Enumerable.Range(1, 4000).Select(i => i * 20.0)]);

        Assert.Equal((400, 400), (reduced.Length, steps.Length));
        Assert.Equal((4.5, 3994.5), (reduced[0], reduced[^1]));
        Assert.Equal((200, 80000), (steps[0], steps[^1]));
    }

    [Fact]
    public void Axis_AStepsAxis_MarksRoundNumbers()
    {
        Axis axis = Axis.Over(0, 20000, marks: 8);

        Assert.Equal([0, 2500, 5000, 7500, 10000, 12500, 15000, 17500, 20000], axis.Ticks);
        Assert.Equal(0, axis.Decimals);
    }

    [Fact]
    public void Axis_FewSteps_MarksNoFractions() => Assert.Equal([0, 1, 2, 3], Axis.Over(0, 3, marks: 8, finest: 1).Ticks);

    [Fact]
    public void Axis_AnOutlier_DoesNotPressTheRestFlat()
    {
        double[] losses = [1000, .. Enumerable.Range(0, 99).Select(i => i / 100.0)];

        Assert.InRange(Axis.Around(losses, marks: 5).Most, 0.9, 1.5);
    }

    [Fact]
    public void Axis_AllValuesTheSame_StillHasARange()
    {
        Axis axis = Axis.Around([0.0005, 0.0005], marks: 5);

        Assert.True(axis.Least < 0.0005 && axis.Most > 0.0005);
        Assert.NotEmpty(axis.Ticks);
    }
}
