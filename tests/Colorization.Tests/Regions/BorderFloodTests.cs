using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class BorderFloodTests
{
    /// <summary>Farther from lines than any passage is narrow.</summary>
    private const float Open = 1000;

    [Fact]
    public void Run_BorderNearerToOneSeed_IsWhereTheyMeet()
    {
        byte[] borders = new byte[20];
        borders[14] = 200;

        Assert.Equal([.. Enumerable.Repeat(1, 15), .. Enumerable.Repeat(2, 5)], Line(borders, (0, 1), (19, 2)).Select((seed, i) => i == 14 ? 1 : seed));
    }

    [Fact]
    public void Run_NoBorder_MeetHalfway() =>
        Assert.Equal([.. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 10)], Line(new byte[20], (0, 1), (19, 2)));

    [Fact]
    public void Run_WeakerOfTwoBorders_IsCrossedFirst()
    {
        byte[] borders = new byte[20];
        borders[5] = 100;
        borders[15] = 200;

        int[] reached = Line(borders, (0, 1), (19, 2));

        // The room between the borders goes to the side with the lower one, though its seed is no nearer.
        Assert.All(reached[6..15], seed => Assert.Equal(1, seed));
        Assert.All(reached[16..], seed => Assert.Equal(2, seed));
    }

    [Fact]
    public void Run_NoiseOfTheNetwork_DoesNotCount()
    {
        Random random = new(1);
        byte[] borders = [.. Enumerable.Range(0, 20).Select(_ => (byte)random.Next(16))];

        Assert.Equal([.. Enumerable.Repeat(1, 10), .. Enumerable.Repeat(2, 10)], Line(borders, (0, 1), (19, 2)));
    }

    [Fact]
    public void Run_NarrowPassage_PartsASmallRoomFromALargeOne()
    {
        // The small room's seed is far nearer to most of the large room than that one's own.
        float[] distances = [.. Enumerable.Range(0, 60).Select(i => i == 10 ? 4f : 50f)];
        Plane<int> seeds = new(60, 1);
        (seeds.Data[8], seeds.Data[59]) = (1, 2);

        BorderFlood.Run(seeds, Everywhere(60, 1), new Plane<byte>(60, 1), distances, wide: 30);

        Assert.All(seeds.Data[..10], seed => Assert.Equal(1, seed));
        Assert.All(seeds.Data[11..], seed => Assert.Equal(2, seed));
    }

    [Fact]
    public void Run_SeedInANook_LeavesTheOpenPaperToTheOther()
    {
        float[] distances = [.. Enumerable.Range(0, 60).Select(i => i < 5 ? 2f : 50f)];
        Plane<int> seeds = new(60, 1);
        (seeds.Data[2], seeds.Data[59]) = (1, 2);

        BorderFlood.Run(seeds, Everywhere(60, 1), new Plane<byte>(60, 1), distances, wide: 30);

        Assert.Equal(1, seeds.Data[1]);
        Assert.All(seeds.Data[5..], seed => Assert.Equal(2, seed));
    }

    [Fact]
    public void Run_RandomPictures_FillsRegionsWithSeedsAndNothingElse()
    {
        Random random = new(2);
        for (int round = 0; round < 20; round++)
        {
            int width = random.Next(2, 30);
            int height = random.Next(2, 30);
            // Bands: connected regions. The second has no seed, the third is left out.
            Plane<int> regions = new(width, height);
            for (int i = 0; i < regions.Length; i++) regions.Data[i] = 1 + ((i % width) * 3 / width);
            Plane<byte> borders = new(width, height);
            random.NextBytes(borders.Data);
            Plane<int> seeds = new(width, height);
            for (int i = 0; i < seeds.Length; i++) seeds.Data[i] = regions.Data[i] == 3 ? -1 : 0;
            seeds.Data[0] = 7;
            seeds.Data[(height - 1) * width] = 8;

            BorderFlood.Run(seeds, regions, borders, [.. Enumerable.Repeat(Open, width * height)], wide: 4);

            for (int i = 0; i < seeds.Length; i++)
            {
                if (regions.Data[i] == 1)
                    Assert.InRange(seeds.Data[i], 7, 8);
                else
                    Assert.Equal(regions.Data[i] == 3 ? -1 : 0, seeds.Data[i]);
            }
        }
    }

    [Fact]
    public void Run_RandomPicture_GivesEachPixelASeedOfTheLowestWorstBorder()
    {
        Random random = new(4);
        Plane<byte> borders = new(24, 18);
        random.NextBytes(borders.Data);
        int[] seeds = new int[borders.Length];
        (seeds[30], seeds[200], seeds[401]) = (1, 2, 3);
        Plane<int> reached = new(24, 18, [.. seeds]);

        BorderFlood.Run(reached, Everywhere(24, 18), borders, [.. Enumerable.Repeat(Open, borders.Length)], wide: 4);

        int[][] worst = [.. Enumerable.Range(1, 3).Select(seed => WorstOnTheWay(borders, Array.IndexOf(seeds, seed)))];
        for (int i = 0; i < reached.Length; i++) Assert.Equal(worst.Min(of => of[i]), worst[reached.Data[i] - 1][i]);
    }

    /// <summary>By relaxing until nothing changes: the lowest that the highest level on a way from the seed to each pixel can be.</summary>
    private static int[] WorstOnTheWay(Plane<byte> borders, int seed)
    {
        int[] worst = [.. Enumerable.Repeat(int.MaxValue, borders.Length)];
        worst[seed] = borders.Data[seed] / 16;
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int from = 0; from < worst.Length; from++)
            {
                for (int to = 0; to < worst.Length; to++)
                {
                    if (Math.Abs((from % borders.Width) - (to % borders.Width)) > 1 || Math.Abs((from / borders.Width) - (to / borders.Width)) > 1) continue;
                    int there = Math.Max(worst[from], borders.Data[to] / 16);
                    if (there >= worst[to]) continue;
                    worst[to] = there;
                    changed = true;
                }
            }
        }

        return worst;
    }

    private static int[] Line(byte[] borders, params (int Pixel, int Seed)[] seeds)
    {
        Plane<int> reached = new(borders.Length, 1);
        foreach ((int pixel, int seed) in seeds) reached.Data[pixel] = seed;
        BorderFlood.Run(reached, Everywhere(borders.Length, 1), new Plane<byte>(borders.Length, 1, borders), [.. Enumerable.Repeat(Open, borders.Length)], wide: 4);
        return reached.Data;
    }

    private static Plane<int> Everywhere(int width, int height) => new(width, height, [.. Enumerable.Repeat(1, width * height)]);
}
