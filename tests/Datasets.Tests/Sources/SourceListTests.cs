using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets.Tests.Sources;

public class SourceListTests
{
    [Fact]
    public void Create_Folders_FindsPicturesBelowWithTheirGroups()
    {
        using TemporaryFolder folder = new();
        foreach (string name in new[] { "a/set/one.png", "a/set/deep/two.JPG", "a/set/._one.png", "a/set/notes.txt", "b/set/one.webp" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllBytes(folder[name], []);
        }

        List<PictureSource> sources = SourceList.Create(new DatasetOptions { Inputs = [folder["a/set"], folder["b/set"]], Output = folder["out"] });

        Assert.Equal(["set-2/one.webp", "set/deep/two.JPG", "set/one.png"], sources.Select(source => source.Key));
        Assert.Equal(["", "set/deep", ""], sources.Select(source => source.Group));
    }

    [Fact]
    public void Create_ColorsWithLines_AreOnePicture()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder["in"]);
        foreach (string name in new[] { "a_color.png", "a_line.jpg", "b_color.png", "c_line.png", "d.png" }) File.WriteAllBytes(folder["in/" + name], []);
        File.WriteAllText(folder["in/index.csv"], "file\na_color.png\n");

        List<PictureSource> sources = SourceList.Create(new DatasetOptions { Inputs = [folder["in"]], Output = folder["out"] });
        List<PictureSource> listed = SourceList.Create(new DatasetOptions { IndexFile = folder["in/index.csv"], Output = folder["out"] });

        // Lines without colours are left to the scan, which says why it cannot use them.
        Assert.Equal(["in/a_color.png", "in/b_color.png", "in/c_line.png", "in/d.png"], sources.Select(source => source.Key));
        Assert.Equal([folder["in/a_line.jpg"], null, null, null], sources.Select(source => source.LinePath));
        Assert.Equal(folder["in/a_line.jpg"], Assert.Single(listed).LinePath);
    }

    [Fact]
    public void Create_Index_TakesTheSplitWithGroupAndWeight()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["index.csv"], "file,source,group,split,weight\npictures/b.png,x,\"tall, man\",train,2.5\npictures/a.png,x,g,train,1\nc.png,x,g,val,1\n");

        List<PictureSource> sources = SourceList.Create(new DatasetOptions { IndexFile = folder["index.csv"], Split = "train", Output = folder["out"] });

        Assert.Equal(["pictures/a.png", "pictures/b.png"], sources.Select(source => source.Key));
        Assert.Equal(folder["pictures/b.png"], sources[1].Path);
        Assert.Equal(("tall, man", 2.5f), (sources[1].Group, sources[1].Weight));
    }

    [Theory]
    [InlineData("path,weight\na.png,1\n", "'file'")]
    [InlineData("file,weight\na.png,0\n", "'0'")]
    [InlineData("file,weight\na.png,NaN\n", "'NaN'")]
    [InlineData("file,weight\na.png\n", "record 2")]
    [InlineData("file,weight\na.png,1\na.png,1\n", "twice")]
    [InlineData("file,weight\n\"a.png,1\n", "quotation")]
    [InlineData("file,weight\n", "no picture")]
    public void Create_BadIndex_SaysWhatIsWrong(string text, string expected)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder["index.csv"], text);

        DatasetException wrong = Assert.Throws<DatasetException>(() => SourceList.Create(new DatasetOptions { IndexFile = folder["index.csv"], Output = folder["out"] }));

        Assert.Contains(expected, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BelongsTo_AllParts_CoverEveryKeyOnce()
    {
        int[] sizes = new int[5];
        for (int key = 0; key < 1000; key++)
        {
            int[] parts = [.. Enumerable.Range(1, 5).Where(number => SourceList.BelongsTo($"{key}", new DatasetPart(number, 5)))];
            sizes[Assert.Single(parts) - 1]++;
        }

        Assert.All(sizes, size => Assert.InRange(size, 150, 250));
    }

    [Theory]
    [InlineData("0/4")]
    [InlineData("5/4")]
    [InlineData("1/0")]
    [InlineData("1")]
    [InlineData("-1/4")]
    [InlineData("a/b")]
    public void Parse_NoPart_Throws(string text) => Assert.Throws<DatasetException>(() => DatasetPart.Parse(text));

    [Fact]
    public void Default_Part_IsAll() => Assert.Equal("1/1", default(DatasetPart).ToString());

    [Fact]
    public void Line_FieldsWithCommasAndQuotes_ReadBackTheSame()
    {
        string[] fields = ["", "a,b", "say \"no\"", "two\nlines", "plain"];

        Assert.Equal(fields, Assert.Single(CsvText.Parse(CsvText.Line(fields), "test")));
    }
}
