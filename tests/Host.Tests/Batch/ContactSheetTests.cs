using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Batch;

namespace PdnColorize.Host.Tests.Batch;

public sealed class ContactSheetTests
{
    [Theory]
    [InlineData(512, 100, 512, 100)]
    [InlineData(1024, 768, 512, 384)]
    [InlineData(700, 1400, 256, 512)]
    [InlineData(3000, 1, 512, 1)]
    [InlineData(1, 1, 1, 1)]
    public void Shrink_AnySize_FitsAndKeepsItsShape(int width, int height, int smallWidth, int smallHeight)
    {
        Picture small = ContactSheet.Shrink(Filled(width, height, 7, 70, 200, 255));

        Assert.Equal((smallWidth, smallHeight), (small.Width, small.Height));
        Assert.All(small.Pixels.Chunk(4), pixel => Assert.Equal([7, 70, 200, 255], pixel));
    }

    [Fact]
    public void Shrink_ToTwoThirds_TakesTheMeanOfWhatEachPixelCovers()
    {
        Picture picture = Filled(768, 1, 0, 0, 0, 255);
        for (int i = 0; i < 3; i++) picture.Pixels[4 + i] = 90;

        // Three pixels become two: half of the middle one is a third of what each of the two covers.
        Assert.Equal([30, 30, 30, 255, 30, 30, 30, 255, 0], ContactSheet.Shrink(picture).Pixels[..9]);
    }

    [Fact]
    public void Shrink_WhatShowsThrough_IsOnWhite() => Assert.Equal([255, 204, 153, 255], ContactSheet.Shrink(Filled(1, 1, 255, 153, 51, 128)).Pixels);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(2, 2, 1)]
    [InlineData(3, 2, 2)]
    [InlineData(5, 3, 2)]
    [InlineData(9, 3, 3)]
    [InlineData(16, 4, 4)]
    public void Arrange_SomePictures_IsAGridWithWhiteBetween(int count, int columns, int rows)
    {
        Picture sheet = ContactSheet.Arrange([.. Enumerable.Range(1, count).Select(number => Filled(2, 3, (byte)number, 0, 0, 255))]);

        Assert.Equal(((columns * (2 + ContactSheet.Gap)) - ContactSheet.Gap, (rows * (3 + ContactSheet.Gap)) - ContactSheet.Gap), (sheet.Width, sheet.Height));
        for (int i = 0; i < sheet.PixelCount; i++)
        {
            (int row, int y) = Math.DivRem(i / sheet.Width, 3 + ContactSheet.Gap);
            (int column, int x) = Math.DivRem(i % sheet.Width, 2 + ContactSheet.Gap);
            int number = (row * columns) + column + 1;
            byte[] expected = x < 2 && y < 3 && number <= count ? [(byte)number, 0, 0, 255] : [255, 255, 255, 255];
            Assert.Equal(expected, sheet.Pixels[(i * 4)..((i * 4) + 4)]);
        }
    }

    private static Picture Filled(int width, int height, byte blue, byte green, byte red, byte alpha) =>
        new(width, height, [.. Enumerable.Repeat((byte[])[blue, green, red, alpha], width * height).SelectMany(pixel => pixel)]);
}
