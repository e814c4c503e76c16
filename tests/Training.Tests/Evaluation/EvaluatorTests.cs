using System.Text;
using System.Text.Json;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Datasets;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Evaluation;
using PdnColorize.Training.Evaluation.Reports;

namespace PdnColorize.Training.Tests.Evaluation;

/// <summary>The bundled model on pictures of the tests and on drawn ones.</summary>
public sealed class EvaluatorTests
{
    private static readonly string Model = Path.Combine(AppContext.BaseDirectory, "models", "default");

    [Fact]
    public async Task Run_BuiltDataset_MeasuresEverything()
    {
        using TemporaryFolder folder = new();
        string data = await BuildAsync(folder, "dicebear_lorelei_0324.png");

        EvaluationReport report = Evaluate(data, quick: false, LineKind.Own, LineKind.Weak);

        Assert.Equal(["faithful-16 network", "faithful-16 product", "white", "nearest", "watershed", "propagation", "trueborders"], report.Candidates);
        Assert.Equal(
            [
                "psnrRegions", "psnr", "ssim", "ciede2000", "guessPsnr", "guessColors", "guessUnevenness", "degradation", "hitRate", "leakage",
                "locality", "lineRobustness0", "lineRobustness10", "hintAucPsnr", "hintAucSsim", "hintAucCiede2000",
            ],
            report.Tables.Select(table => table.Metric.Id));
        Assert.Equal(["pictures/dicebear_lorelei_0324.png"], report.Pictures["pictures"]);
        Assert.All(report.Tables, table => Assert.All(report.Candidates, candidate => Assert.NotNull(table.Mean(candidate, 0))));

        // What must hold whatever the model: the product obeys hints, white paper depends on nothing, a rule that floods regions is local.
        Assert.Equal(1, report.Table("hitRate").Mean("faithful-16 product", 2));
        Assert.Equal(report.Table("psnr").Mean("white", 0), report.Table("psnr").Mean("white", 5));
        Assert.Equal(0, report.Table("lineRobustness10").Mean("white", 0));
        Assert.True(report.Table("psnr").Mean("faithful-16 product", 4) > report.Table("psnr").Mean("nearest", 4));
        // Without dots it is what it is without hints; with a dot in each region it is closer, which the area under the curve shows.
        MetricTable difference = report.Table("hintAucCiede2000");
        Assert.Equal(report.Table("ciede2000").Mean("propagation", 0), difference.Mean("propagation", 0));
        Assert.True(difference.Mean("propagation", 8) < difference.Mean("white", 8));
        // What does not look at lines loses nothing by degraded ones.
        Assert.Equal(0, report.Table("degradation").Mean("nearest", 0));
        // The first guess is among the eight; a baseline has one alone; and white paper has no colors and stays white.
        Assert.True(report.Table("guessPsnr").Mean("faithful-16 product", 1) >= report.Table("guessPsnr").Mean("faithful-16 product", 0));
        Assert.Null(report.Table("guessPsnr").Mean("white", 1));
        Assert.Equal(report.Table("psnr").Mean("faithful-16 product", 0), report.Table("guessPsnr").Mean("faithful-16 product", 0));
        // But for the faint rims of lines that are laid over it.
        Assert.InRange(report.Table("guessColors").Mean("white", 2)!.Value, 0.999, 1);
        Assert.True(report.Table("guessColors").Mean("white", 0) < 0.02);
    }

    [Fact]
    public async Task Write_SameEvaluationTwice_GivesTheSameBytes()
    {
        using TemporaryFolder folder = new();
        string data = await BuildAsync(folder, "freegophers_65.png", "asp_0001_07.webp");

        EvaluationFiles.Write(folder.File("first"), Evaluate(data, quick: true, LineKind.Own, LineKind.Strong));
        EvaluationFiles.Write(folder.File("second"), Evaluate(data, quick: true, LineKind.Own, LineKind.Strong));

        string[] names = ["contact-sheet-1.png", EvaluationFiles.HtmlName, EvaluationFiles.JsonName];
        Assert.Equal(names, Directory.GetFiles(folder.File("first")).Select(Path.GetFileName).Order());
        foreach (string name in names)
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder.File("first"), name)), File.ReadAllBytes(Path.Combine(folder.File("second"), name)));
    }

    [Fact]
    public void Write_Report_HoldsFiguresAndPicturesAndAsksNobody()
    {
        using TemporaryFolder folder = new();
        EvaluationReport report = Evaluate(PairFolder.Write(folder.File("pairs"), 1), quick: true, LineKind.True);

        EvaluationFiles.Write(folder.File("out"), report);

        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder.File(Path.Combine("out", EvaluationFiles.JsonName))));
        double psnr = json.RootElement.GetProperty("metrics").GetProperty("psnr").GetProperty("sources").GetProperty("pairs").GetProperty("white").GetProperty("10").GetDouble();
        Assert.Equal(report.Table("psnr").Mean("white", 3, "pairs")!.Value, psnr, 3);
        string html = File.ReadAllText(folder.File(Path.Combine("out", EvaluationFiles.HtmlName)), Encoding.UTF8);
        // Line art, five baselines, the model's two results, the original.
        Assert.Equal(9, html.Split("src=\"data:image/jpeg;base64,").Length - 1);
        Assert.Contains("href=\"contact-sheet-1.png\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_WithLines_CountsTheLinesAsDrawn()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 1);

        double? without = Baselines(data, withLines: false).Table("psnr").Mean("propagation", 5);
        double? with = Baselines(data, withLines: true).Table("psnr").Mean("propagation", 5);

        // Boxes with black outlines: with enough hints, hardly anything but the outlines was missing.
        Assert.True(with > without + 5, $"{with} dB with lines, {without} dB without");
    }

    [Fact]
    public void Run_SameModelTwice_TellsThemApart()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 1);
        EvaluationOptions options = new() { Models = [Model, Model], Data = [data], Quick = true, Baselines = [], PerSource = 1, Kinds = [LineKind.True], ContactDrawings = 0 };

        EvaluationReport report = Evaluator.Run(options, ComputeDevice.Cpu);

        Assert.Equal(["1 faithful-16 network", "1 faithful-16 product", "2 faithful-16 network", "2 faithful-16 product"], report.Candidates);
        Assert.Equal(report.Table("psnr").Mean(report.Candidates[1], 3), report.Table("psnr").Mean(report.Candidates[3], 3));
    }

    [Fact]
    public void Run_PicturesWithoutLines_AreNamed()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 2);
        PictureFile.Write(Path.Combine(data, "drawn1_line.png"), new Picture(DrawnPictures.Side, DrawnPictures.Side));

        EvaluationReport report = Baselines(data, withLines: false);

        Assert.Equal([new LeftOutPicture("pairs/drawn1", "Its middle square holds no lines.")], report.LeftOut);
        Assert.Equal(["pairs/drawn0"], report.Pictures["pairs"]);
        File.Delete(Path.Combine(data, "drawn0_line.png"));
        Assert.Contains("lines", Assert.Throws<TrainingException>(() => Baselines(data, withLines: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_PictureThatIsCutOff_IsLeftOutAndSaysWhy()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 2);
        string damaged = Path.Combine(data, "drawn0_color.png");
        File.WriteAllBytes(damaged, File.ReadAllBytes(damaged)[..200]);

        EvaluationReport report = Baselines(data, withLines: false);
        EvaluationFiles.Write(folder.File("out"), report);

        Assert.Equal(["pairs/drawn1"], report.Pictures["pairs"]);
        LeftOutPicture picture = Assert.Single(report.LeftOut);
        Assert.Equal("pairs/drawn0", picture.Key);
        Assert.Contains("drawn0_color.png' is damaged or cut off", picture.Reason, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(folder.File(Path.Combine("out", EvaluationFiles.JsonName))));
        Assert.Equal(picture.Reason, Assert.Single(json.RootElement.GetProperty("leftOut").EnumerateArray()).GetProperty("reason").GetString());
        Assert.Contains("Left out: pairs/drawn0. ", File.ReadAllText(folder.File(Path.Combine("out", EvaluationFiles.HtmlName))), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ModelThatPaintsOneEvenColor_CountsAsWhitePaperAndIsNamed()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 1);
        // A network of zeros adds nothing to what the hints give: without hints that is one even grey.
        ModelManifest manifest = TrainedModel.Of(TinyRun.Config(ModelPreset.Faithful, steps: 1));
        ModelFolderWriter.Write(folder.File("even"), manifest with { Stages = [manifest.Stages[0]] }, [Zeros(manifest.Stages[0])]);
        EvaluationOptions options = new() { Models = [folder.File("even")], Data = [data], Quick = true, Baselines = [Baseline.White], Kinds = [LineKind.True], WithLines = false };

        EvaluationReport report = Evaluator.Run(options, ComputeDevice.Cpu);

        UncoloredDrawing drawing = Assert.Single(report.Uncolored);
        Assert.Equal(("trained", "pairs/drawn0", 1), (drawing.Model, drawing.Key, drawing.Times));
        Assert.Contains("one even colour", drawing.Reason, StringComparison.Ordinal);
        Assert.Equal(report.Table("psnr").Mean("white", 0), report.Table("psnr").Mean("trained product", 0));
        Assert.True(report.Table("psnr").Mean("trained product", 5) > report.Table("psnr").Mean("white", 5));
    }

    [Fact]
    public void Run_BadInput_SaysWhatIsWrong()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 1);

        Assert.Throws<ModelException>(() => Evaluator.Run(new EvaluationOptions { Models = [folder.FullPath], Data = [data] }, ComputeDevice.Cpu));
        Assert.Throws<TrainingException>(() => Evaluator.Run(new EvaluationOptions { Models = [], Data = [data], Baselines = [] }, ComputeDevice.Cpu));
        Assert.Throws<TrainingException>(() => Evaluator.Run(new EvaluationOptions { Models = [], Data = [data], PerSource = 0 }, ComputeDevice.Cpu));
        Assert.Throws<TrainingException>(() => Evaluator.Run(new EvaluationOptions { Models = [], Data = [] }, ComputeDevice.Cpu));
    }

    [Fact]
    public void Run_Cancelled_Throws()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 1);
        EvaluationOptions options = new() { Models = [], Data = [data] };

        Assert.ThrowsAny<OperationCanceledException>(() => Evaluator.Run(options, ComputeDevice.Cpu, progress: null, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Run_Pairs_AreDrawnWithTrueAndDegradedLines()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 2);

        EvaluationReport report = Evaluator.Run(new EvaluationOptions { Models = [], Data = [data], Quick = true, Baselines = [Baseline.White, Baseline.Watershed] }, ComputeDevice.Cpu);

        Assert.Equal([(LineKind.True, 2), (LineKind.Weak, 2), (LineKind.Middle, 2), (LineKind.Strong, 2)], report.Drawings.Select(kind => (kind.Key, kind.Value)));
        // A hundred drawings are 25 of such pictures.
        Assert.Equal(25, report.PerSource);
        MetricTable loss = report.Table("degradation");
        Assert.Equal([0.0, 0, 0], Enumerable.Range(0, 3).Select(column => loss.Mean("white", column)));
        Assert.True(loss.Mean("watershed", 2) > 3, $"{loss.Mean("watershed", 2)} dB");
        MetricTable psnr = report.Table("psnrRegions");
        Assert.Equal((psnr.Mean("watershed", 2, LineKind.True) - psnr.Mean("watershed", 2, LineKind.Strong))!.Value, loss.Mean("watershed", 2)!.Value, 9);
        Assert.Equal(psnr.Kinds.Average(kind => psnr.Mean("watershed", 2, kind)), psnr.Mean("watershed", 2));
    }

    [Fact]
    public async Task Run_DatasetOfPictures_HasForeignLinesAndNoTrueOnes()
    {
        using TemporaryFolder folder = new();
        string data = await BuildAsync(folder, "freegophers_65.png");
        EvaluationOptions options = new() { Models = [], Data = [data], Quick = true, Baselines = [Baseline.Nearest], Kinds = [LineKind.True, LineKind.Foreign] };

        Assert.Equal([(LineKind.Foreign, 1)], Evaluator.Run(options, ComputeDevice.Cpu).Drawings.Select(kind => (kind.Key, kind.Value)));
        string message = Assert.Throws<TrainingException>(() => Evaluator.Run(options with { Kinds = [LineKind.True] }, ComputeDevice.Cpu)).Message;
        Assert.Contains("true lines need pairs", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TrueBordersOnFlatBoxes_ComeNearTheOriginal()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 2);
        EvaluationOptions options = new() { Models = [], Data = [data], Quick = true, Baselines = [Baseline.White, Baseline.TrueBorders], Kinds = [LineKind.True, LineKind.Strong] };

        MetricTable psnr = Evaluator.Run(options, ComputeDevice.Cpu).Table("psnrRegions");

        Assert.True(psnr.Mean("trueborders", 2) > psnr.Mean("white", 2) + 10, $"{psnr.Mean("trueborders", 2)} and {psnr.Mean("white", 2)} dB");
        // Whatever has become of the lines.
        Assert.Equal(psnr.Mean("trueborders", 2, LineKind.True), psnr.Mean("trueborders", 2, LineKind.Strong));
    }

    [Fact]
    public void Run_NoGmic_LeavesItOutAndSaysSo()
    {
        using TemporaryFolder folder = new();
        string data = PairFolder.Write(folder.File("pairs"), 1);
        EvaluationOptions options = new()
        {
            Models = [],
            Data = [data],
            Quick = true,
            Baselines = [Baseline.White, Baseline.Gmic],
            GmicProgram = folder.File("no-gmic"),
            Kinds = [LineKind.True],
        };

        EvaluationReport report = Evaluator.Run(options, ComputeDevice.Cpu);

        Assert.Equal(["white"], report.Candidates);
        Assert.Contains(ReportNotes.Of(report), note => note.StartsWith("G'MIC is left out", StringComparison.Ordinal));
    }

    private static EvaluationReport Evaluate(string data, bool quick, params LineKind[] kinds) => Evaluator.Run(
        new EvaluationOptions { Models = [Model], Data = [data], Quick = quick, Kinds = kinds, GmicProgram = "no-such-program", ContactDrawings = 2 }, ComputeDevice.Cpu);

    private static EvaluationReport Baselines(string data, bool withLines) => Evaluator.Run(
        new EvaluationOptions { Models = [], Data = [data], Quick = true, WithLines = withLines, Baselines = [Baseline.Propagation], Kinds = [LineKind.True] }, ComputeDevice.Cpu);

    private static SafetensorsTensor[] Zeros(StageManifest stage) =>
        [.. new UNetLayout(stage.InputChannels, stage.BaseChannels).Tensors
            .Select(tensor => SafetensorsTensor.FromSingles(tensor.Name, [.. tensor.Shape], new float[tensor.ElementCount]))];

    private static async Task<string> BuildAsync(TemporaryFolder folder, params string[] pictures)
    {
        string input = Directory.CreateDirectory(folder.File("pictures")).FullName;
        foreach (string picture in pictures) File.Copy(Path.Combine(AppContext.BaseDirectory, "pictures", picture), Path.Combine(input, picture));
        string data = folder.File("set");
        await DatasetBuilder.BuildAsync(new DatasetOptions { Inputs = [input], Output = data, LineVariants = 1 });
        return data;
    }
}
