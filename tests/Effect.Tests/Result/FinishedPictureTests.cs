using PdnColorize.Client.Jobs;
using PdnColorize.Effect.Coloring;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Result;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Effect.Tests.Result;

public sealed class FinishedPictureTests
{
    private static readonly byte[] Colors = Noise(1);
    private static readonly byte[] Lines = Noise(2);

    [Fact]
    public void WriteRow_FullStrength_IsTheDaemonsResult() => Assert.Equal(Colors, Write(Choices.Colors, ResultKind.Colors, 100, replacesLines: false));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(50)]
    [InlineData(99)]
    public void WriteRow_ColoursWithLessStrength_AreThatMuchNearerToWhite(int strength) => AssertNear(
        (color, _, _) => color + ((255 - color) * (100 - strength) / 100.0), Write(Choices.Colors, ResultKind.Colors, strength, replacesLines: false));

    [Theory]
    [InlineData(0)]
    [InlineData(37)]
    [InlineData(99)]
    public void WriteRow_ColoursWithLinesAndLessStrength_AreThatMuchNearerToTheDrawing(int strength) => AssertNear(
        (color, line, alpha) => ((color * strength) + (OverWhite(line, alpha) * (100 - strength))) / 100.0,
        Write(Choices.ColorsWithLines, ResultKind.Composite, strength, replacesLines: false));

    [Fact]
    public void WriteRow_FlatsOnTheLinesOwnLayer_KeepTheLinesOnTop() => AssertNear(
        (color, line, alpha) => color * OverWhite(line, alpha) / 255, Write(Choices.Flats, ResultKind.Flats, 100, replacesLines: true));

    [Fact]
    public void WriteRow_FlatsOnALayerOfWhiteLines_KeepTheLinesOnTop()
    {
        byte[] lines = new byte[Lines.Length];
        lines.AsSpan(16, 16).Fill(255);
        ColorizeJob job = new() { Width = 4, Height = 3, LineArt = lines, Settings = new ColorizeSettings { Result = ResultKind.Flats } };
        FinishedPicture picture = new(new Drawing(new PixelArea(0, 0, 4, 3), job, ReplacesLines: true), Colors, new EffectSettings { Result = Choices.Flats });
        byte[] row = new byte[16];

        picture.WriteRow(0, 0, row);
        Assert.Equal(Colors[..16], row);
        picture.WriteRow(0, 1, row);
        Assert.All(row.Where((_, i) => i % 4 != 3), b => Assert.Equal(255, b));
    }

    [Fact]
    public void WriteRow_FlatsUnderTheLines_AreFlat() => Assert.Equal(Colors, Write(Choices.Flats, ResultKind.Flats, 100, replacesLines: false));

    [Fact]
    public void WriteRow_PartOfARow_IsThatPart()
    {
        FinishedPicture picture = Picture(Choices.Colors, ResultKind.Colors, 50, replacesLines: false);
        byte[] whole = Write(Choices.Colors, ResultKind.Colors, 50, replacesLines: false);
        byte[] part = new byte[8];

        // The picture begins at column 10, row 20 of the document, and is 4 pixels wide.
        picture.WriteRow(11, 21, part);

        Assert.Equal(whole[20..28], part);
    }

    private static double OverWhite(int channel, int alpha) => 255 + ((channel - 255) * alpha / 255.0);

    private static void AssertNear(Func<int, int, int, double> expected, byte[] actual)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            if (i % 4 == 3) Assert.Equal(Colors[i], actual[i]);
            else Assert.InRange(actual[i], expected(Colors[i], Lines[i], Lines[i | 3]) - 1, expected(Colors[i], Lines[i], Lines[i | 3]) + 1);
        }
    }

    private static byte[] Write(string result, ResultKind kind, int strength, bool replacesLines)
    {
        FinishedPicture picture = Picture(result, kind, strength, replacesLines);
        byte[] written = new byte[picture.Area.ByteCount];
        for (int y = 0; y < picture.Area.Height; y++)
            picture.WriteRow(picture.Area.X, picture.Area.Y + y, written.AsSpan(y * picture.Area.RowBytes, picture.Area.RowBytes));
        return written;
    }

    private static FinishedPicture Picture(string result, ResultKind kind, int strength, bool replacesLines)
    {
        ColorizeJob job = new() { Width = 4, Height = 3, LineArt = Lines, Settings = new ColorizeSettings { Result = kind } };
        Drawing drawing = new(new PixelArea(10, 20, 4, 3), job, replacesLines);
        return new FinishedPicture(drawing, Colors, new EffectSettings { Result = result, ColorStrength = strength });
    }

    private static byte[] Noise(int seed)
    {
        byte[] bytes = new byte[4 * 3 * 4];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
