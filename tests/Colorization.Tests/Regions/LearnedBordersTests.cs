using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class LearnedBordersTests
{
    [Fact]
    public void Create_LineInABroadBorder_IsStrongestInTheLinesMiddle()
    {
        // The network reads in small: its border is two of its pixels wide and lies one and a half pixels to the left of the line.
        Plane<byte> lines = Blank(40, 20);
        for (int y = 0; y < 20; y++) (lines[20, y], lines[21, y], lines[22, y]) = (120, 0, 120);
        Plane<byte> map = new(20, 10);
        for (int y = 0; y < 10; y++) (map[9, y], map[10, y]) = (220, 220);

        Plane<byte> working = LearnedBorders.Create(new BorderMap(map), lines).Working;

        Assert.Equal(21, Array.IndexOf(working.Row(10).ToArray(), working.Row(10).ToArray().Max()));
    }

    [Fact]
    public void Create_BorderWithoutInk_StaysAsItWasRead()
    {
        Plane<byte> map = new(40, 20);
        for (int y = 0; y < 20; y++) map[20, y] = 180;

        Assert.Equal(map.Data, LearnedBorders.Create(new BorderMap(map), Blank(40, 20)).Working.Data);
    }

    [Fact]
    public void Create_LineWithoutABorder_IsNone()
    {
        Plane<byte> lines = Blank(40, 20);
        for (int y = 0; y < 20; y++) lines[20, y] = 0;

        Assert.All(LearnedBorders.Create(new BorderMap(new Plane<byte>(40, 20)), lines).Working.Data, strength => Assert.Equal(0, strength));
    }

    [Fact]
    public void Create_BorderBesideTheEndOfALine_HasNoHole()
    {
        // A line that stops at x = 20 while the border goes on.
        Plane<byte> lines = Blank(60, 21);
        for (int x = 0; x < 20; x++) lines[x, 10] = 0;
        Plane<byte> map = new(60, 21);
        for (int x = 0; x < 60; x++) map[x, 10] = 255;

        Plane<byte> working = LearnedBorders.Create(new BorderMap(map), lines).Working;

        for (int x = 0; x < 60; x++) Assert.InRange(working[x, 10], 100, 255);
    }

    [Fact]
    public void Create_StrongerMap_IsNowhereWeaker()
    {
        Random random = new(5);
        Plane<byte> lines = new(30, 30);
        random.NextBytes(lines.Data);
        Plane<byte> weak = new(15, 15);
        random.NextBytes(weak.Data);
        Plane<byte> strong = new(15, 15, [.. weak.Data.Select(strength => (byte)Math.Min(255, strength + random.Next(40)))]);

        byte[] weaker = LearnedBorders.Create(new BorderMap(weak), lines).Working.Data;
        byte[] stronger = LearnedBorders.Create(new BorderMap(strong), lines).Working.Data;

        Assert.All(weaker.Zip(stronger), pair => Assert.True(pair.First <= pair.Second));
    }

    private static Plane<byte> Blank(int width, int height) => new(width, height, [.. Enumerable.Repeat(byte.MaxValue, width * height)]);
}
