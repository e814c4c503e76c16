using PdnColorize.Training.Evaluation;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class MetricTableTests
{
    [Fact]
    public void Mean_SourcesOfDifferentSize_CountTheSame()
    {
        MetricTable table = new(new Metric("m", "", "", ["a"], Preference.Higher));
        for (int i = 0; i < 9; i++) table.Add(LineKind.Own, "large", "x", 0, 10);
        table.Add(LineKind.Own, "small", "x", 0, 20);
        table.Add(LineKind.Own, "small", "x", 0, 40);

        Assert.Equal(20, table.Mean("x", 0));
        Assert.Equal(30, table.Mean("x", 0, "small"));
        Assert.Null(table.Mean("y", 0));
        Assert.Null(table.Mean("x", 0, "missing"));
    }

    [Fact]
    public void Mean_KindsWithDifferentNumbersOfSources_CountTheSame()
    {
        MetricTable table = new(new Metric("m", "", "", ["a"], Preference.Higher));
        table.Add(LineKind.Own, "one", "x", 0, 10);
        table.Add(LineKind.Own, "two", "x", 0, 20);
        table.Add(LineKind.Own, "three", "x", 0, 30);
        table.Add(LineKind.Strong, "one", "x", 0, 4);

        Assert.Equal(20, table.Mean("x", 0, LineKind.Own));
        Assert.Equal(4, table.Mean("x", 0, LineKind.Strong));
        Assert.Equal(12, table.Mean("x", 0));
        Assert.Equal(7, table.Mean("x", 0, "one"));
        Assert.Equal(10, table.Mean("x", 0, LineKind.Own, "one"));
        Assert.Null(table.Mean("x", 0, LineKind.True));
        Assert.Equal([LineKind.Own, LineKind.Strong], table.Kinds);
    }

    [Fact]
    public void Mean_PartsOfWholes_IsTheRatioOfTheirSums()
    {
        MetricTable table = new(new Metric("m", "", "", ["a"], Preference.None));
        table.Add(LineKind.Own, "s", "x", 0, 1, 2);
        table.Add(LineKind.Own, "s", "x", 0, 5, 10);
        table.Add(LineKind.Own, "t", "x", 0, 3, 3);
        table.Add(LineKind.Own, "u", "x", 0, 0, 0);

        Assert.Equal(0.5, table.Mean("x", 0, "s"));
        Assert.Equal(0.75, table.Mean("x", 0));
        Assert.Null(table.Mean("x", 0, "u"));
    }

    [Fact]
    public void Mean_RatioColumn_IsTheRatioOfTheMeans()
    {
        MetricTable table = new(new Metric("m", "", "", ["part", "whole", "ratio"], Preference.Lower) { EndsWithRatio = true });
        table.Add(LineKind.Own, "s", "x", 0, 1);
        table.Add(LineKind.Own, "s", "x", 1, 1);
        table.Add(LineKind.Own, "s", "x", 0, 2);
        table.Add(LineKind.Own, "s", "x", 1, 11);
        table.Add(LineKind.Own, "s", "y", 0, 1);
        table.Add(LineKind.Own, "s", "y", 1, 0);

        Assert.Equal(0.25, table.Mean("x", 2));
        Assert.Equal(0.25, table.Mean("x", 2, "s"));
        Assert.Null(table.Mean("y", 2));
    }
}
