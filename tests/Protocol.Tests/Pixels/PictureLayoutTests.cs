using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Protocol.Tests.Pixels;

public sealed class PictureLayoutTests
{
    [Theory]
    [InlineData(1, 1, 4, 4)]
    [InlineData(3, 2, 12, 24)]
    [InlineData(3, 2, 100, 112)]
    [InlineData(10_000, 10_000, 40_000, 400_000_000)]
    public void Check_GoodSizes_GivesTheBytesUpToTheLastPixel(int width, int height, int stride, long bytes) =>
        Assert.Equal(bytes, PictureLayout.Check(Buffer(width, height, stride)));

    [Theory]
    [InlineData(0, 1, 4)]
    [InlineData(1, 0, 4)]
    [InlineData(-1, 1, 4)]
    [InlineData(1, int.MinValue, 4)]
    [InlineData(3, 2, 11)]
    [InlineData(3, 2, -12)]
    [InlineData(3, 2, 0)]
    [InlineData(1, 16384, int.MaxValue)]
    public void Check_SizesThatMakeNoSense_AreRefused(int width, int height, int stride) =>
        Assert.Equal(DaemonErrorCode.InvalidRequest, Assert.Throws<DaemonException>(() => PictureLayout.Check(Buffer(width, height, stride))).Code);

    [Theory]
    [InlineData(int.MaxValue, 1, int.MaxValue)]
    [InlineData(1, int.MaxValue, 4)]
    [InlineData(int.MaxValue, int.MaxValue, int.MaxValue)]
    // In 32 bits 0x40000001 x 4 is 4, and 65536 x 65536 is 0.
    [InlineData(0x40000001, 1, 4)]
    [InlineData(65536, 65536, 4)]
    [InlineData(16385, 1, 65540)]
    [InlineData(10_001, 10_000, 40_004)]
    public void Check_MoreThanIsAccepted_IsTooLarge(int width, int height, int stride) =>
        Assert.Equal(DaemonErrorCode.PictureTooLarge, Assert.Throws<DaemonException>(() => PictureLayout.Check(Buffer(width, height, stride))).Code);

    [Fact]
    public void Read_MemorySmallerThanClaimed_IsRefusedAndNothingIsRead()
    {
        // On Windows memory comes in pages of 4096 bytes: one more than that is missing everywhere.
        using IPixelMemory memory = PixelMemory.Create(4096);
        PictureBuffer claimed = Buffer(32, 33, 128) with { Name = memory.Name };
        byte[] pixels = new byte[32 * 33 * 4];

        DaemonException refused = Assert.Throws<DaemonException>(() => PictureLayout.Read(claimed, pixels));

        Assert.Equal(DaemonErrorCode.PixelsUnavailable, refused.Code);
        Assert.All(pixels, value => Assert.Equal(0, value));
        Assert.Equal(DaemonErrorCode.PixelsUnavailable, Assert.Throws<DaemonException>(() => PictureLayout.Write(claimed, pixels)).Code);
    }

    [Theory]
    [InlineData(12)]
    [InlineData(20)]
    public void WriteAndRead_Cancelled_DoNothing(int stride)
    {
        using IPixelMemory memory = PixelMemory.Create(4096);
        PictureBuffer picture = Buffer(3, 2, stride) with { Name = memory.Name };
        byte[] pixels = [.. Enumerable.Repeat((byte)7, 3 * 2 * 4)];

        Assert.Throws<OperationCanceledException>(() => PictureLayout.Write(picture, pixels, new CancellationToken(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => PictureLayout.Read(picture, pixels, new CancellationToken(canceled: true)));

        Assert.All(pixels, value => Assert.Equal(7, value));
        PictureLayout.Read(picture, pixels);
        Assert.All(pixels, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(12)]
    [InlineData(20)]
    public void WriteAndRead_WithAndWithoutPadding_GivesTheSamePixels(int stride)
    {
        byte[] pixels = [.. Enumerable.Range(1, 24).Select(i => (byte)i)];
        using IPixelMemory memory = PixelMemory.Create(stride + 12);
        PictureBuffer picture = Buffer(3, 2, stride) with { Name = memory.Name };

        PictureLayout.Write(picture, pixels);

        byte[] back = new byte[24];
        PictureLayout.Read(picture, back);
        Assert.Equal(pixels, back);
        byte[] lastRow = new byte[12];
        memory.Read(stride, lastRow);
        Assert.Equal(pixels[12..], lastRow);
    }

    [Fact]
    public void Read_IntoAnArrayOfAnotherSize_IsAMistakeOfTheProgram() =>
        Assert.Throws<ArgumentException>(() =>
        {
            using IPixelMemory memory = PixelMemory.Create(24);
            PictureLayout.Read(Buffer(3, 2, 12) with { Name = memory.Name }, new byte[23]);
        });

    private static PictureBuffer Buffer(int width, int height, int stride) =>
        new() { Name = new string('0', 32), Width = width, Height = height, Stride = stride };
}
