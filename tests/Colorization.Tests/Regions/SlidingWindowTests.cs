using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class SlidingWindowTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(17, 9, 1)]
    [InlineData(9, 17, 3)]
    [InlineData(6, 5, 20)]
    public void MinimumAndMaximum_RandomPlane_AreThoseOfTheSquareAroundEachPixel(int width, int height, int radius)
    {
        Random random = new(width);
        Plane<byte> plane = new(width, height);
        random.NextBytes(plane.Data);

        Plane<byte> minimum = SlidingWindow.Minimum(plane, radius);
        Plane<byte> maximum = SlidingWindow.Maximum(plane, radius);

        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                byte[] square =
                [
                    .. from row in Enumerable.Range(0, height)
                       from column in Enumerable.Range(0, width)
                       where Math.Abs(row - y) <= radius && Math.Abs(column - x) <= radius
                       select plane[column, row],
                ];
                Assert.Equal(square.Min(), minimum[x, y]);
                Assert.Equal(square.Max(), maximum[x, y]);
            }
        }
    }
}
