using PdnColorize.Training.Reports;
using PdnColorize.Training.Reports.Sheets;
using PdnColorize.Training.Runs;
using PdnColorize.Training.Validation;

namespace PdnColorize.Training.Tests.Reports;

/// <summary>What reports of the tests show.</summary>
internal static class ReportSamples
{
    /// <summary>The colour of every sample's result with hints, 0xRRGGBB; nothing else in a report has it.</summary>
    public const int ResultColor = 0xFF00FF;

    public const string Metrics =
        """
        stage,step,seconds,learningRate,total,reconstruction,hint,adversarial,discriminator,gradientNorm,picturesPerSecond,waitedShare,psnr0,psnr1,psnr5,psnr10,psnr25,psnr50
        1,20,4.5,0.0005,0.75,0.5,0.25,0,0,3,16,0.01,,,,,,
        1,40,9,0.0004,0.5,0.375,0.125,1.5,0.625,2,16.5,0.02,,,,,,
        1,40,,,,,,,,,,,10,11,12,13,14,15
        1,60,13,0.0003,0.25,0.1875,0.0625,2.5,0.5,1,17,0.02,,,,,,
        1,60,,,,,,,,,,,11,12,13,14,15,16.5

        """;

    /// <summary>A report of stage 1, at step 60 of 100.</summary>
    public static ReportContent Content(TemporaryFolder folder, IReadOnlyList<SheetPicture>? sheets = null)
    {
        File.WriteAllText(folder.File("metrics.csv"), Metrics);
        return new ReportContent
        {
            Name = "run",
            State = RunState.Running,
            Updated = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            Facts = new RunFacts(1, 60, 100, 960, 16.5, 0.02, TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(13)),
            Metrics = MetricsTable.Read(folder.File("metrics.csv")),
            Sheets = new Dictionary<int, IReadOnlyList<SheetPicture>> { [1] = sheets ?? [] },
            Config = "{ }",
        };
    }

    /// <summary>Grey drawings whose result with hints has <see cref="ResultColor"/>.</summary>
    public static IReadOnlyList<ColoredSample> Drawings(int count, int side = 32) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new ColoredSample(
            side,
            Enumerable.Repeat((byte)200, side * side).ToArray(),
            [new HintMark(side / 2.0, side / 2.0, 0x00FF00)],
            new Dictionary<int, byte[]> { [0] = Fill(side, 0x808080), [ColoredSample.HintCount] = Fill(side, ResultColor) },
            Fill(side, 0x404040))),
    ];

    private static byte[] Fill(int side, int color) =>
        [.. Enumerable.Repeat((byte[])[(byte)(color >> 16), (byte)(color >> 8), (byte)color], side * side).SelectMany(pixel => pixel)];
}
