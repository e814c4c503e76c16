using PdnColorize.Datasets.Tests.Building;

namespace PdnColorize.Datasets.Tests;

public class DatasetCheckTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public void Run_SoundDataset_CountsAndFindsNoProblem()
    {
        DatasetReport report = DatasetCheck.Run(built.Path);

        Assert.Empty(report.Problems);
        Assert.Equal((24, 3), (report.Pictures, report.Shards));
        Assert.Equal(Directory.EnumerateFiles(built.Path, "*.tar").Sum(path => new FileInfo(path).Length), report.Bytes);
        Assert.Equal((256, 256), report.LongSide);
        Assert.InRange(report.MeanPixels, 128 * 256, 256 * 256);
        Assert.True(report.Extractors.Values.Sum() >= 48);
    }

    [Fact]
    public void Run_DamagedDataset_NamesEveryProblem()
    {
        using TemporaryFolder folder = new();
        foreach (string path in Directory.EnumerateFiles(built.Path)) File.Copy(path, folder[Path.GetFileName(path)]);
        DatasetResumeTests.Flip(folder["shard-000000.tar"]);
        File.Delete(folder["shard-000002.tar"]);
        File.AppendAllText(folder["rejects.csv"], "x.png,too-small,tiny,\n");

        IReadOnlyList<string> problems = DatasetCheck.Run(folder.Path).Problems;

        Assert.Contains(problems, problem => problem.Contains("shard-000000.tar has been altered", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("shard-000002.tar is missing", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("rejects.csv lists 1", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_Preview_IsASheetOfPairs()
    {
        using TemporaryFolder folder = new();

        DatasetPreview.Write(built.Path, folder["sheet.png"], pictures: 6, cell: 64, columns: 2);

        using OpenCvSharp.Mat sheet = OpenCvSharp.Cv2.ImDecode(File.ReadAllBytes(folder["sheet.png"]), OpenCvSharp.ImreadModes.Color);
        Assert.Equal((2 * ((4 * 68) + 8), 3 * 86), (sheet.Width, sheet.Height));
        OpenCvSharp.Cv2.MeanStdDev(sheet, out _, out OpenCvSharp.Scalar deviation);
        Assert.True(deviation.Val0 > 20);
        Assert.Throws<DatasetException>(() => DatasetPreview.Write(built.Path, folder["no/such/sheet.png"]));
    }
}
