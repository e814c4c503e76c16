using OpenCvSharp;
using PdnColorize.EndToEnd.Support;

namespace PdnColorize.EndToEnd;

/// <summary>Drawings that cannot be used: each gives a sentence and exit code 3, and leaves nothing behind.</summary>
public sealed class DrawingFileTests
{
    [Fact]
    public async Task Colorize_MissingFile_SaysSo()
    {
        using WorkFolder folder = new();

        CommandResult result = await Pdncolorize.Run("colorize", folder["nothing.png"], "-o", folder["out.png"]);

        result.AssertFailed(3, "There is no file", "nothing.png", "Check the name");
        folder.AssertHolds();
    }

    [Fact]
    public Task Colorize_EmptyFile_SaysSo() => AssertRefused([], "is empty");

    [Fact]
    public Task Colorize_TextNamedPng_SaysWhatCanBeRead() => AssertRefused("Dear diary,\n"u8.ToArray(), "is not a picture", "PNG, JPEG");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Colorize_PngCutOffAfterAQuarter_SaysCutOff(int quarters)
    {
        byte[] whole = TestPictures.Rooms();
        return AssertRefused(whole[..(whole.Length * quarters / 4)], "cut off", "another copy");
    }

    [Theory]
    [InlineData("plain.jpg")]
    [InlineData("animated.webp")]
    [InlineData("interlaced.gif")]
    public Task Colorize_OtherFormatCutInHalf_SaysCutOff(string name)
    {
        byte[] whole = TestPictures.Fixture(name);
        return AssertRefused(whole[..(whole.Length / 2)], "cut off");
    }

    [Fact]
    public Task Colorize_HeaderOf60000Pixels_SaysTheLimit() => AssertRefused(TestPictures.Claiming(60000, 60000), "60000 x 60000", "16384");

    [Fact]
    public Task Colorize_SideOver16384_SaysTheLimit() => AssertRefused(TestPictures.Claiming(16385, 10), "16385 x 10", "at most 16384");

    [Fact]
    public Task Colorize_Over100Megapixels_SaysTheLimit() =>
        AssertRefused(TestPictures.Claiming(10001, 10000), "10001 x 10000", "100 megapixels", "Shrink");

    [Fact]
    public async Task Colorize_FileOver64MiB_SaysTheLimit()
    {
        using WorkFolder folder = new();
        string large = folder.Add("large.png", TestPictures.Rooms());
        using (FileStream file = new(large, FileMode.Open)) file.SetLength((64L * 1024 * 1024) + 1); // sparse

        CommandResult result = await Pdncolorize.Run("colorize", large, "-o", folder["out.png"]);

        result.AssertFailed(3, "large.png", "at most 64 MiB");
        folder.AssertHolds("large.png");
    }

    [Fact]
    public Task Colorize_WhitePicture_SaysThatThereAreNoLines() =>
        AssertRefused(TestPictures.Even(64, 48, new Scalar(255, 255, 255, 255)), "no lines", "even colour");

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public Task Colorize_TransparentPicture_SaysThatItIsEmpty(int grey) =>
        AssertRefused(TestPictures.Even(64, 48, new Scalar(grey, grey, grey, 0)), "every pixel is transparent");

    [Theory]
    [InlineData(0)]
    [InlineData(255)]
    public Task Colorize_OnePixel_SaysThatThereAreNoLines(int grey) =>
        AssertRefused(TestPictures.Even(1, 1, new Scalar(grey, grey, grey, 255)), "no lines");

    [Fact]
    public async Task Colorize_FolderAmongFiles_SaysEitherFilesOrFolder()
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("a.png", TestPictures.Rooms());

        CommandResult result = await Pdncolorize.Run("colorize", drawing, folder.AddFolder("pages"), "-o", folder.AddFolder("out"));

        result.AssertFailed(2, "pages", "is a folder", "either files or one folder");
        folder.AssertHolds("a.png");
    }

    private static async Task AssertRefused(byte[] file, params string[] words)
    {
        using WorkFolder folder = new();
        string drawing = folder.Add("drawing.png", file);

        CommandResult result = await Pdncolorize.Run("colorize", drawing, "-o", folder["out.png"]);

        result.AssertFailed(3, ["drawing.png", .. words]);
        folder.AssertHolds("drawing.png");
    }
}
