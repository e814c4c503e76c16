using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Tests.Regions;

public sealed class PriorityFloodTests
{
    [Fact]
    public void Run_TwoSeedsOnALine_MeetAtTheHighestPriority()
    {
        Plane<int> labels = new(7, 1, [1, 0, 0, 0, 0, 0, 2]);

        PriorityFlood.Run(labels, (ushort[])[0, 0, 1, 2, 9, 0, 0], 10);

        // Both sides fill up to the ridge (9); the left one has more to fill, so the right one, which waits there first, takes it.
        Assert.Equal([1, 1, 1, 1, 2, 2, 2], labels.Data);
    }

    [Fact]
    public void Run_Worst_IsTheHighestPriorityOnTheWay()
    {
        Plane<int> labels = new(5, 1, [1, 0, 0, 0, 0]);
        short[] worst = new short[5];

        PriorityFlood.Run(labels, (ushort[])[7, 1, 5, 0, 2], 10, worst);

        Assert.Equal([-1, 1, 5, 5, 5], worst);
    }

    [Fact]
    public void Run_MatchesAHeapWithArrivalOrder_OnRandomPictures()
    {
        // The textbook form of the flood: a binary heap ordered by priority, then arrival.
        Random random = new(1);
        for (int round = 0; round < 20; round++)
        {
            int width = random.Next(2, 30);
            int height = random.Next(2, 30);
            ushort[] priorities = [.. Enumerable.Range(0, width * height).Select(_ => (ushort)random.Next(8))];
            int[] seeds = [.. Enumerable.Range(0, width * height).Select(_ => random.Next(20) switch { 0 => random.Next(1, 5), 1 => -1, _ => 0 })];
            Plane<int> labels = new(width, height, [.. seeds]);

            PriorityFlood.Run(labels, priorities, 8);

            Assert.Equal(HeapFlood(seeds, priorities, width), labels.Data);
        }
    }

    private static int[] HeapFlood(int[] seeds, ushort[] priorities, int width)
    {
        int[] labels = [.. seeds];
        PriorityQueue<int, (int Priority, int Arrival)> queue = new();
        int arrivals = 0;
        for (int i = 0; i < labels.Length; i++)
            if (seeds[i] > 0) Spread(i);
        while (queue.TryDequeue(out int pixel, out _)) Spread(pixel);
        return labels;

        void Spread(int from)
        {
            int x = from % width;
            foreach (int to in new[] { x > 0 ? from - 1 : -1, x < width - 1 ? from + 1 : -1, from - width, from + width })
            {
                if (to < 0 || to >= labels.Length || labels[to] != 0) continue;
                labels[to] = labels[from];
                queue.Enqueue(to, (priorities[to], arrivals++));
            }
        }
    }
}
