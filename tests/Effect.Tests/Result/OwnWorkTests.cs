using PdnColorize.Client.Jobs;
using PdnColorize.Effect.Coloring;
using PdnColorize.Effect.Dialog;
using PdnColorize.Effect.Layers;
using PdnColorize.Effect.Result;
using PdnColorize.Effect.Tests.Support;

namespace PdnColorize.Effect.Tests.Result;

public sealed class OwnWorkTests
{
    private const int Width = 30, Height = 20;
    private const int PictureBytes = Width * Height * 4;

    private readonly OwnWork _work = new(OwnWork.DefaultBytes);

    [Fact]
    public void Covers_PartsOfTwoPictures_Does()
    {
        FinishedPicture one = Picture(1), other = Picture(2, strength: 40);
        Note(one);
        Note(other);
        TestLayer layer = new("colours", Width, Height);
        Paint(layer, one, 2, 3, 20, 2);
        Paint(layer, other, 5, 4, 8, 8);

        Assert.True(Covers(layer));
    }

    [Fact]
    public void Covers_OnePixelOfTheUsersOwn_DoesNot()
    {
        FinishedPicture picture = Picture(1);
        Note(picture);
        TestLayer layer = new("colours", Width, Height);
        Paint(layer, picture, 0, 0, Width, Height);
        layer.Pixels[(7 * Width * 4) + 12] ^= 0x80;

        Assert.False(Covers(layer));
    }

    [Fact]
    public void Covers_SoftEdgeOfASelection_Does()
    {
        FinishedPicture picture = Picture(1);
        Note(picture);
        TestLayer layer = new("colours", Width, Height);
        Paint(layer, picture, 4, 4, 10, 1);
        for (int i = 3; i < layer.Pixels.Length; i += 4) layer.Pixels[i] = (byte)(layer.Pixels[i] / 3);
        layer.Pixels[(4 * Width * 4) + 16] ^= 1;

        Assert.True(Covers(layer));
    }

    [Fact]
    public void Covers_NothingWasWritten_DoesNot() => Assert.False(Covers(new TestLayer("colours", Width, Height).Fill(TestLayer.Red)));

    [Fact]
    public void Note_WhileASliderMoves_KeepsWhatAnotherInstanceWrote()
    {
        FinishedPicture kept = Picture(1);
        Note(kept);
        object dialog = new();
        for (int strength = 0; strength < 100; strength++) _work.Note(dialog, Picture(2, strength));
        TestLayer layer = new("colours", Width, Height);
        Paint(layer, kept, 2, 3, 20, 2);

        Assert.True(Covers(layer));
    }

    [Fact]
    public void Note_MoreThanThereIsRoomFor_ForgetsTheOldest()
    {
        OwnWork small = new(PictureBytes * 2);
        FinishedPicture[] pictures = [Picture(1), Picture(2), Picture(3)];
        foreach (FinishedPicture picture in pictures) small.Note(new object(), picture);

        Assert.Equal([false, true, true], pictures.Select(picture => small.Covers(Paint(new TestLayer("colours", Width, Height), picture, 0, 0, 5, 5), CancellationToken.None)));
    }

    private void Note(FinishedPicture picture) => _work.Note(new object(), picture);

    private bool Covers(TestLayer layer) => _work.Covers(layer, CancellationToken.None);

    private static TestLayer Paint(TestLayer layer, FinishedPicture picture, int x, int y, int width, int height)
    {
        for (int row = y; row < y + height; row++) picture.WriteRow(x, row, layer.Pixels.AsSpan(((row * Width) + x) * 4, width * 4));
        return layer;
    }

    private static FinishedPicture Picture(int seed, int strength = 100)
    {
        byte[] pixels = new byte[PictureBytes];
        new Random(seed).NextBytes(pixels);
        for (int i = 3; i < pixels.Length; i += 4) pixels[i] = 255;
        Drawing drawing = new(new PixelArea(0, 0, Width, Height), new ColorizeJob { Width = Width, Height = Height, LineArt = pixels }, ReplacesLines: false);
        return new FinishedPicture(drawing, pixels, new EffectSettings { ColorStrength = strength });
    }
}
