using PdnColorize.Host.Batch;

namespace PdnColorize.Host.Tests.Batch;

/// <summary>Which files are coloured, with which hints, and where the results go. No picture is read for that.</summary>
public sealed class BatchPlanTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Create_OneFileAndOneOutput_TakesThemAsTheyAre()
    {
        string input = _folder.File("a.png");

        PictureJob job = Assert.Single(BatchPlan.Create([input], _folder["hint.png"], _folder["out.jpg"]));

        Assert.Equal(new PictureJob(input, _folder["hint.png"], _folder["out.jpg"]), job);
    }

    [Fact]
    public void Create_OneFileIntoAFolder_NamesTheResultPng()
    {
        string output = _folder.Folder("out");

        PictureJob job = Assert.Single(BatchPlan.Create([_folder.File("a.jpg")], null, output));

        Assert.Equal(Path.Combine(output, "a.png"), job.Output);
        Assert.Null(job.Hints);
    }

    [Fact]
    public void Create_MissingInput_IsPlannedAndReportedLater()
    {
        PictureJob job = Assert.Single(BatchPlan.Create([_folder["missing.png"]], null, _folder["out.png"]));

        Assert.Equal(_folder["missing.png"], job.Input);
    }

    [Fact]
    public void Create_Folder_TakesPicturesInOrderOfTheirNames()
    {
        string[] names = ["b.PNG", "a.tiff", "c.webp", "c.hints.png", "c.HINTS.webp", "d.txt", "e", "sub/f.png", ".hidden"];
        foreach (string name in names) _folder.File($"pages/{name}");

        IReadOnlyList<PictureJob> jobs = BatchPlan.Create([_folder["pages"]], null, _folder.Folder("out"));

        Assert.Equal(["a.tiff", "b.PNG", "c.webp"], jobs.Select(job => Path.GetFileName(job.Input)));
        Assert.Equal(["a.png", "b.png", "c.png"], jobs.Select(job => Path.GetFileName(job.Output)));
    }

    [Fact]
    public void Create_FolderWithOneDrawing_StillNeedsAnOutputFolder()
    {
        _folder.File("pages/a.png");

        UsageException error = Assert.Throws<UsageException>(() => BatchPlan.Create([_folder["pages"]], null, _folder["out.png"]));

        Assert.Contains("must be an existing folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_HintsFolder_PrefersHintsThenSameNameThenPng()
    {
        string[] inputs = [_folder.File("a.png"), _folder.File("b.webp"), _folder.File("c.jpg"), _folder.File("d.png")];
        foreach (string name in (string[])["a.hints.png", "a.png", "b.webp", "b.png", "c.png"]) _folder.File($"hints/{name}");

        IReadOnlyList<PictureJob> jobs = BatchPlan.Create(inputs, _folder["hints"], _folder.Folder("out"));

        Assert.Equal(["a.hints.png", "b.webp", "c.png", null], jobs.Select(job => Path.GetFileName(job.Hints)));
    }

    [Fact]
    public void Create_HintsInTheDrawingsFolder_NeverTakesADrawingForItsOwnHints()
    {
        string[] inputs = [_folder.File("a.png"), _folder.File("b.png")];
        _folder.File("b.hints.png");

        IReadOnlyList<PictureJob> jobs = BatchPlan.Create(inputs, _folder["."], _folder.Folder("out"));

        Assert.Equal([null, "b.hints.png"], jobs.Select(job => Path.GetFileName(job.Hints)));
    }

    [Fact]
    public void Create_TwoInputsOneResult_NamesBoth()
    {
        string[] inputs = [_folder.File("a.png"), _folder.File("a.jpg")];

        UsageException error = Assert.Throws<UsageException>(() => BatchPlan.Create(inputs, null, _folder.Folder("out")));

        Assert.All(inputs, input => Assert.Contains(input, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Create_ResultOverAnotherDrawing_IsRefused()
    {
        string[] inputs = [_folder.File("out/a.png"), _folder.File("a.jpg")];

        UsageException error = Assert.Throws<UsageException>(() => BatchPlan.Create(inputs, null, _folder["out"]));

        Assert.Contains("is also an input", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_Guesses_AreNumberedAfterTheOutput()
    {
        PictureJob job = Assert.Single(BatchPlan.Create([_folder.File("a.png")], null, _folder["my.out.jpg"], guesses: 2));

        Assert.Equal([_folder["my.out-1.jpg"], _folder["my.out-2.jpg"]], job.Results);
        Assert.Equal(_folder["my.out-guesses.jpg"], job.Sheet);
    }

    [Fact]
    public void Create_GuessesOfAFolder_AreNumberedAfterEachDrawing()
    {
        _folder.File("pages/a.png");
        _folder.File("pages/a-1.png");

        IReadOnlyList<PictureJob> jobs = BatchPlan.Create([_folder["pages"]], null, _folder.Folder("out"), guesses: 1);

        Assert.Equal(["a-1-1.png", "a-1-guesses.png", "a-1.png", "a-guesses.png"], jobs.SelectMany(job => job.Results.Append(job.Sheet!)).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("a-2.png")]
    [InlineData("a-guesses.png")]
    public void Create_GuessOrSheetOverADrawing_IsRefused(string drawing)
    {
        UsageException error = Assert.Throws<UsageException>(() => BatchPlan.Create([_folder.File(drawing)], null, _folder["a.png"], guesses: 3));

        Assert.Contains($"{drawing}' is also an input", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("out.txt", "must end in")]
    [InlineData("missing/", "There is no folder")]
    [InlineData("missing/a.png", "There is no folder")]
    public void Create_GuessesIntoWhatCannotBeWritten_AreRefused(string output, string reason) => Assert.Contains(
        reason, Assert.Throws<UsageException>(() => BatchPlan.Create([_folder.File("a.png")], null, _folder[output], guesses: 2)).Message, StringComparison.Ordinal);

    [Fact]
    public void Create_AnyPlan_LeavesTheOutputFolderEmpty()
    {
        BatchPlan.Create([_folder.File("a.png")], null, _folder.Folder("out"));

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder["out"]));
    }

    public void Dispose() => _folder.Dispose();
}
