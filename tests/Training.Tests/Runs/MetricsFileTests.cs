using PdnColorize.Training.Losses;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Tests.Runs;

public sealed class MetricsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FullPath => _folder.File("metrics.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Add_StepsAndAValidation_AreReadBack()
    {
        MetricsFile file = new(FullPath);
        file.Add(Step(1, total: 0.5), every: 2);
        file.Add(Step(2, total: 0.25), every: 2);
        file.Add(Validation(2, psnr: 12.5));

        MetricsTable table = MetricsTable.Read(FullPath);

        Assert.Equal(2, table.Lines.Count);
        Assert.Equal((0.375, null), (table.At(0, "total"), table.At(0, "psnr50")));
        Assert.Equal((null, 12.5), (table.At(1, "total"), table.At(1, "psnr50")));
    }

    [Fact]
    public void Open_TableOfAnEarlierVersion_KeepsItsColumnsAndAddsTheNew()
    {
        File.WriteAllText(FullPath, "stage,step,total,psnr0,psnr7\n1,10,0.5,,\n1,10,,9,11\n");

        new MetricsFile(FullPath).Add(Validation(20, psnr: 12));

        MetricsTable table = MetricsTable.Read(FullPath);
        Assert.Equal((9, 11, null), (table.At(1, "psnr0"), table.At(1, "psnr7"), table.At(1, "psnr50")));
        Assert.Equal((12, null, 12), (table.At(2, "psnr0"), table.At(2, "psnr7"), table.At(2, "psnr50")));
        Assert.All(table.Lines, line => Assert.Equal(table.Columns.Count, line.Split(',').Length));
    }

    [Fact]
    public void Open_AnotherTable_IsRefused()
    {
        File.WriteAllText(FullPath, "name,colour\nsky,blue\n");

        Assert.Contains("Move it away", Assert.Throws<TrainingException>(() => new MetricsFile(FullPath)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LastLineCutOff_LeavesItOut()
    {
        File.WriteAllText(FullPath, "stage,step,total\n1,10,0.5\n1,2");

        MetricsTable table = MetricsTable.Read(FullPath);

        Assert.Equal(0.5, table.At(Assert.Single(table.RowsOf(1, "total")), "total"));
        Assert.Single(table.Lines);
    }

    [Fact]
    public void Forget_AStep_RemovesLaterRowsOfThatStageAlone()
    {
        MetricsFile file = new(FullPath);
        foreach ((int stage, long step) in ((int, long)[])[(1, 10), (1, 20), (2, 10), (2, 20)]) file.Add(Step(step, 1, stage), every: 10);

        file.Forget(1, 10);

        MetricsTable table = MetricsTable.Read(FullPath);
        Assert.Equal([(1, 10), (2, 10), (2, 20)], Enumerable.Range(0, 3).Select(row => (table.At(row, "stage")!.Value, table.At(row, "step")!.Value)));
        Assert.Equal(3, table.Lines.Count);
    }

    [Fact]
    public void Add_TheFileCannotBeWritten_WarnsAndWritesTheRowsLater()
    {
        MetricsFile file = new(FullPath);
        List<string> warnings = [];
        file.Failed += (_, message) => warnings.Add(message);
        file.Add(Step(1, 0.5), every: 1);
        string before = File.ReadAllText(FullPath);
        File.Delete(FullPath);
        Directory.CreateDirectory(FullPath);

        file.Add(Step(2, 0.25), every: 1);

        Assert.Contains("Training goes on", Assert.Single(warnings), StringComparison.Ordinal);
        Directory.Delete(FullPath);
        File.WriteAllText(FullPath, before);
        file.Add(Step(3, 0.125), every: 1);
        MetricsTable table = MetricsTable.Read(FullPath);
        Assert.Equal([0.5, 0.25, 0.125], table.RowsOf(1, "total").Select(row => table.At(row, "total")!.Value));
        Assert.Single(warnings);
    }

    private static StepReport Step(long step, double total, int stage = 1) =>
        new(stage, step, 1000, 0.001, new LossParts(total, total, 0, 0, 0, 0), 1, 10, 0, TimeSpan.Zero, 1);

    private static ValidationReport Validation(long step, double psnr) =>
        new(1, step, new ValidationResult(ValidationResult.HintCounts.ToDictionary(hints => hints, _ => psnr)), IsBest: true);
}
