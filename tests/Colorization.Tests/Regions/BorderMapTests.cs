using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class BorderMapTests
{
    [Fact]
    public void Resize_ToALargerSize_GoesEvenlyFromOnePixelToTheNext()
    {
        BorderMap map = new(new Plane<byte>(2, 1, [0, 200]));

        // Centres of the large pixels lie at -1/4, 1/4, 3/4, 5/4 of the small ones'.
        Assert.Equal([0, 50, 150, 200], map.Resize(4, 1).Data);
        Assert.Equal([0, 50, 150, 200], new BorderMap(new Plane<byte>(1, 2, [0, 200])).Resize(1, 4).Data);
    }

    [Fact]
    public void Resize_ToASmallerSize_BreaksNoBorder()
    {
        Random random = new(3);
        Plane<byte> plane = new(50, 40);
        // A line of one pixel from the top to the bottom, wherever the smaller grid lies.
        for (int y = 0, x = 20; y < 40; y++)
        {
            plane[x, y] = 200;
            x = Math.Clamp(x + random.Next(-1, 2), 1, 48);
        }

        Plane<byte> small = new BorderMap(plane).Resize(19, 13);

        for (int y = 0; y < 13; y++) Assert.Equal(200, small.Row(y).ToArray().Max());
        Assert.Contains((byte)0, small.Data);
    }

    [Fact]
    public void LocalMaximum_OnePixel_SpreadsToItsNeighbours()
    {
        Plane<byte> plane = new(5, 4);
        plane[1, 1] = 90;

        Plane<byte> result = new BorderMap(plane).LocalMaximum().Strength;

        for (int y = 0; y < 4; y++)
            for (int x = 0; x < 5; x++) Assert.Equal(x <= 2 && y <= 2 ? 90 : 0, result[x, y]);
    }
}
