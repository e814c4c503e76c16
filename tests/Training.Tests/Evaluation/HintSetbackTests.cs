using PdnColorize.Training.Evaluation;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class HintSetbackTests
{
    [Fact]
    public void Find_MoreHintsWorseInOneSource_NamesItAlone()
    {
        MetricTable table = new(new Metric("psnr", "", "", ["0", "1", "25", "50"], Preference.Higher));
        Add("rising", 10, 11, 12, 11);
        Add("falling", 10, 12, 11.5, 13);
        Add("level", 10, 10.001, 10, 9);

        HintSetback setback = Assert.Single(HintSetback.Find(table, ["x"]));

        Assert.Equal(("psnr", "x", "falling", "1", "25", 0.5), (setback.MetricId, setback.Candidate, setback.Source, setback.Fewer, setback.More, setback.Loss));
        Assert.Empty(HintSetback.Find(table, ["another"]));

        void Add(string source, params double[] values)
        {
            for (int column = 0; column < values.Length; column++) table.Add(LineKind.Own, source, "x", column, values[column]);
        }
    }
}
