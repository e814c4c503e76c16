using System.Text.RegularExpressions;
using PdnColorize.Colorization.Devices;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>What is typed wrong, and what is asked of the program itself.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("colorize", "--help")]
    public async Task Help_ShowsExamples(params string[] arguments)
    {
        CommandResult result = await Pdncolorize.Run(arguments);

        result.AssertDone();
        Assert.Contains("Examples:", result.Output, StringComparison.Ordinal);
        Assert.Contains("pdncolorize colorize girl.png --hints girl.hints.png -o", result.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes: 0 done", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("colorize", "in.png", "-o", "out.png", "--resutl", "flats")]
    [InlineData("colorize", "in.png", "--resutl=flats", "-o", "out.png")]
    [InlineData("models", "verify", "--resutl")]
    public Task UnknownOption_IsNamed(params string[] arguments) => AssertRefused(arguments, "There is no option '--resutl");

    [Theory]
    [InlineData("Required command was not provided")]
    [InlineData("colorize", "Required argument missing", "colorize", "-o", "out.png")]
    [InlineData("output", "'--output' is required", "colorize", "in.png")]
    [InlineData("flats", "'pretty' not recognized", "colorize", "in.png", "-o", "out.png", "--result", "pretty")]
    [InlineData("regions", "'far' not recognized", "colorize", "in.png", "-o", "out.png", "--reach", "far")]
    public Task IncompleteOrWrong_SaysWhat(string word, string otherWord = "--help", params string[] arguments) =>
        AssertRefused(arguments, word, otherWord);

    [Theory]
    [InlineData("--seed", "-1")]
    [InlineData("--seed", "1.5")]
    [InlineData("--seed", "2147483648")]
    [InlineData("--seed", "")]
    [InlineData("--guesses", "0")]
    [InlineData("--guesses", "17")]
    [InlineData("--guesses", "many")]
    public Task NumberOutOfRange_SaysTheRange(string option, string value) =>
        AssertRefused(["colorize", "in.png", "-o", "out.png", option, value], $"{option} takes a whole number from", $"not '{value}'");

    [Fact]
    public async Task LastSeed_HasNoFurtherGuesses()
    {
        string[] arguments = ["colorize", "in.png", "-o", "out.png", "--seed", "2147483647", "--guesses"];

        (await Pdncolorize.Run([.. arguments, "2"])).AssertFailed(2, "there are no 2 numbers left");
        // Only now the missing drawing matters.
        (await Pdncolorize.Run([.. arguments, "1"])).AssertFailed(3, "in.png");
    }

    [Theory]
    [InlineData("INPUT", "", "-o", "out.png")]
    [InlineData("--output", "in.png", "-o", "")]
    [InlineData("--hints", "in.png", "-o", "out.png", "--hints", " ")]
    [InlineData("--model", "in.png", "-o", "out.png", "--model", "")]
    [InlineData("--device", "in.png", "-o", "out.png", "--device", "")]
    public Task EmptyText_IsNamed(string name, params string[] arguments) => AssertRefused(["colorize", .. arguments], name, "is empty");

    [Theory]
    [InlineData("tpu")]
    [InlineData("CPU")]
    [InlineData("cuda:")]
    [InlineData("cuda:-1")]
    [InlineData("cuda:x")]
    public Task UnknownDevice_SaysWhichThereAre(string device) => AssertDevice(device, $"There is no device '{device}'", "auto, cpu, cuda");

    [Theory]
    [InlineData("cuda")]
    [InlineData("cuda:0")]
    public async Task Cuda_WithoutGpu_SaysWhatToDo(string device)
    {
        if (LibraryReport.OfTorch().CudaDevices > 0)
        {
            using WorkFolder folder = new();
            string drawing = folder.Add("rooms.png", TestPictures.Rooms());
            (await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"], "--device", device)).AssertDone();
            return;
        }

        await AssertDevice(device, "no CUDA device", "--device cpu", "doctor");
    }

    [Fact]
    public Task CudaOfAnImpossibleNumber_IsRefusedOnAnyMachine() => AssertDevice("cuda:9999", "CUDA", "device");

    [Fact]
    public async Task Doctor_OnAWorkingMachine_NamesEveryPart()
    {
        CommandResult result = await Pdncolorize.Run("doctor");

        result.AssertDone();
        string[] rows = result.Output.Split('\n');
        // A mark, the part, what was found; how much space is between is the table's affair.
        Assert.Contains(rows, row => Regex.IsMatch(row, $@"^\s*ok\s+libtorch\s+{Regex.Escape(LibraryReport.OfTorch().Version)}"));
        Assert.Contains(rows, row => Regex.IsMatch(row, $@"^\s*ok\s+ImageMagick\s+{Regex.Escape(LibraryReport.OfImageMagick().Version)}"));
        Assert.Contains(rows, row => Regex.IsMatch(row, @"^\s*ok\s+model 'default'\s+\w"));
        Assert.DoesNotContain("\u001b", result.Output, StringComparison.Ordinal);
    }

    private static async Task AssertDevice(string device, params string[] words)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("rooms.png", TestPictures.Rooms());

        (await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"], "--device", device)).AssertFailed(2, words);

        folder.AssertHolds("rooms.png");
    }

    private static async Task AssertRefused(string[] arguments, params string[] words)
    {
        CommandResult result = await Pdncolorize.Run(arguments);

        result.AssertFailed(2, [.. words, "Try 'pdncolorize --help'"]);
    }
}
