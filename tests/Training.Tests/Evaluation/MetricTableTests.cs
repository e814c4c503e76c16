using PdnColorize.Training.Evaluation;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class MetricTableTests
{
    [Fact]
    public void Mean_SourcesOfDifferentSize_CountTheSame()
    {
        MetricTable table = new(new Metric("m", "", "", ["a"], Preference.Higher));
        for (int i = 0; i < 9; i++) table.Add("large", "x", 0, 10);
        table.Add("small", "x", 0, 20);
        table.Add("small", "x", 0, 40);

        Assert.Equal(20, table.Mean("x", 0));
        Assert.Equal(30, table.Mean("x", 0, "small"));
        Assert.Null(table.Mean("y", 0));
        Assert.Null(table.Mean("x", 0, "missing"));
    }

    [Fact]
    public void Mean_RatioColumn_IsTheRatioOfTheMeans()
    {
        MetricTable table = new(new Metric("m", "", "", ["part", "whole", "ratio"], Preference.Lower) { EndsWithRatio = true });
        table.Add("s", "x", 0, 1);
        table.Add("s", "x", 1, 1);
        table.Add("s", "x", 0, 2);
        table.Add("s", "x", 1, 11);
        table.Add("s", "y", 0, 1);
        table.Add("s", "y", 1, 0);

        Assert.Equal(0.25, table.Mean("x", 2));
        Assert.Equal(0.25, table.Mean("x", 2, "s"));
        Assert.Null(table.Mean("y", 2));
    }
}
