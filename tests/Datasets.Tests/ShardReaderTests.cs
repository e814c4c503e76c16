using System.Diagnostics;
using OpenCvSharp;
using PdnColorize.Datasets.Pictures;
using PdnColorize.Datasets.Tests.Building;

namespace PdnColorize.Datasets.Tests;

public class ShardReaderTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [Fact]
    public void Read_EveryPair_HasTheSourcesColorsAndUsefulLines()
    {
        TrainingPair[] pairs = DatasetBuilderTests.ReadAll(built.Path);

        Assert.Equal(24, pairs.Select(pair => pair.Key).Distinct().Count());
        foreach (TrainingPair pair in pairs)
        {
            string source = Path.Combine(TestPictures.Folder, "..", pair.Key);
            using Mat bgr = PictureDecoder.Decode(File.ReadAllBytes(source), 512);
            using Mat rgb = new();
            Cv2.CvtColor(bgr, rgb, ColorConversionCodes.BGR2RGB);
            Assert.Equal(rgb.AsSpan<byte>().ToArray(), pair.ColorRgb);
            Assert.Equal((rgb.Width, rgb.Height), (pair.Width, pair.Height));
            Assert.Equal(2, pair.Lines.Count);
            foreach (LineArtVariant line in pair.Lines)
            {
                Assert.Equal(pair.Width * pair.Height, line.Grey.Length);
                Assert.InRange(line.Grey.Average(grey => 255 - grey) / 255, 0.005, 0.2);
            }
        }
    }

    [Fact]
    public void ReadAt_EveryIndex_EqualsTheSequence()
    {
        ShardReader reader = ShardReader.Open(built.Path);
        TrainingPair[] pairs = DatasetBuilderTests.ReadAll(built.Path);

        Parallel.For(0, reader.Count, index =>
        {
            TrainingPair pair = reader.ReadAt(index);
            Assert.Equal(pairs[index].Key, pair.Key);
            Assert.Equal(pairs[index].ColorRgb, pair.ColorRgb);
            Assert.Equal(new PictureFacts(pair.Key, pair.Group, pair.Weight, pair.Width, pair.Height), reader.ReadFacts(index));
        });
    }

    [Fact]
    public void ReadAt_OutsideTheSet_Throws()
    {
        ShardReader reader = ShardReader.Open(built.Path);

        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ReadAt(24));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.ReadAt(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => reader.Read(3));
    }

    [Fact]
    public void Shard_ListedByTar_HoldsWholeSamplesInOrder()
    {
        using Process tar = Process.Start(new ProcessStartInfo("tar", ["-tvf", Path.Combine(built.Path, "shard-000001.tar"), "--utc"]) { RedirectStandardOutput = true })!;
        string[] lines = tar.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        tar.WaitForExit();

        Assert.Equal(0, tar.ExitCode);
        string[] parts = ["color.png", "json", "line0.png", "line1.png"];
        Assert.Equal(Enumerable.Range(8, 8).SelectMany(number => parts.Select(part => $"{number:D6}.{part}")), lines.Select(line => line.Split(' ')[^1]));
        Assert.All(lines, line => Assert.Contains("1970-01-01", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_NoDataset_SaysWhatToDo()
    {
        using TemporaryFolder folder = new();
        Assert.Contains("no folder", Assert.Throws<DatasetException>(() => ShardReader.Open(folder["none"])).Message, StringComparison.Ordinal);
        Assert.Contains("not finished", Assert.Throws<DatasetException>(() => ShardReader.Open(folder.Path)).Message, StringComparison.Ordinal);
        File.WriteAllText(folder["index.json"], "{ \"version\": 1 }");
        Assert.Contains("cannot be read", Assert.Throws<DatasetException>(() => ShardReader.Open(folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_IndexThatPointsOutside_Throws()
    {
        using TemporaryFolder folder = new();
        string text = File.ReadAllText(Path.Combine(built.Path, "index.json"));
        File.WriteAllText(folder["index.json"], text.Replace("shard-000001.tar", "../shard-000001.tar", StringComparison.Ordinal));

        Assert.Throws<DatasetException>(() => ShardReader.Open(folder.Path));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(100_000)]
    public void Read_ShardCutOff_Throws(int length)
    {
        using TemporaryFolder folder = new();
        foreach (string path in Directory.EnumerateFiles(built.Path)) File.Copy(path, folder[Path.GetFileName(path)]);
        using (FileStream stream = new(folder["shard-000000.tar"], FileMode.Open)) stream.SetLength(length);

        Assert.Throws<DatasetException>(() => ShardReader.Open(folder.Path).Read(0).Count());
    }
}
