using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Models that cannot be used: a sentence that names the file, exit code 4, no picture.</summary>
public sealed class ModelFileTests
{
    [Fact]
    public Task MissingWeightFile_IsNamed() =>
        AssertRefused(model => File.Delete(model.Weights), "stage1.safetensors", "is missing", "Install");

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(1000)]
    [InlineData(-1)]
    public Task TruncatedWeightFile_IsNamed(int length) =>
        AssertRefused(model => model.Truncate(length), "stage1.safetensors", "cannot be used");

    [Fact]
    public Task AlteredWeightFile_IsRecognisedByItsHash() =>
        AssertRefused(model => model.AlterLastByte(), "stage1.safetensors", "SHA-256", "damaged or was exchanged");

    [Fact]
    public Task WronglyShapedWeightFile_SaysBothShapes() =>
        AssertRefused(model => model.TransposeFirstLayer(), "stage1.safetensors", "c0.weight", "[9, 16, 3, 3]", "[16, 9, 3, 3]");

    [Fact]
    public Task MissingManifest_SaysThatItIsNoModel() =>
        AssertRefused(model => File.Delete(model.Manifest), "is not a model", "model.json");

    [Fact]
    public Task ManifestThatIsNoJson_IsNamed() => AssertRefused(model => File.WriteAllText(model.Manifest, "{"), "model.json");

    [Theory]
    [InlineData("nosuchmodel", "There is no model", "nosuchmodel")]
    [InlineData("./nosuchfolder", "There is no model folder", "nosuchfolder")]
    [InlineData("no such name", "is not a model's name", "no such name")]
    public async Task UnknownModel_SaysSo(string model, params string[] words)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());

        (await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"], "--model", model)).AssertFailed(4, words);

        folder.AssertHolds("rooms.png");
    }

    [Fact]
    public async Task Verify_GoodModelFolder_SaysGood()
    {
        using WorkFolder folder = new();
        ModelCopy model = ModelCopy.Into(folder);

        CommandResult result = await Pdncolorize.Run("models", "verify", model.Folder, "default");

        result.AssertDone();
        Assert.Contains($"{model.Folder}: good (1 stage, 4,667,283 numbers)", result.Output, StringComparison.Ordinal);
        Assert.Contains("default: good", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_GoodAndBadModel_ReportsBoth()
    {
        using WorkFolder folder = new();
        ModelCopy model = ModelCopy.Into(folder);
        model.AlterLastByte();

        CommandResult result = await Pdncolorize.Run("models", "verify", model.Folder, "default");

        Assert.Equal(4, result.ExitCode);
        Assert.Contains("default: good", result.Output, StringComparison.Ordinal);
        Assert.Contains("SHA-256", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NamesTheBundledModel()
    {
        CommandResult result = await Pdncolorize.Run("models", "list");

        result.AssertDone();
        string row = Assert.Single(result.Output.Split('\n'), line => line.Contains(" default ", StringComparison.Ordinal));
        Assert.Contains("faithful", row, StringComparison.Ordinal);
        Assert.Contains("CC-BY-SA-4.0", row, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(AppContext.BaseDirectory, "models", "default"), row, StringComparison.Ordinal);
    }

    /// <summary>Colouring and verifying refuse the model with the same words.</summary>
    private static async Task AssertRefused(Action<ModelCopy> damage, params string[] words)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());
        ModelCopy model = ModelCopy.Into(folder);
        damage(model);

        (await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"], "--model", model.Folder)).AssertFailed(4, words);
        (await Pdncolorize.Run("models", "verify", model.Folder)).AssertFailed(4, words);

        Directory.Delete(model.Folder, recursive: true);
        folder.AssertHolds("rooms.png");
    }
}
