using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>
/// Seeded region growing: labels spread from labelled pixels to their four neighbours, pixels of the lowest priority first, first come first
/// served among equals.
/// </summary>
/// <remarks>
/// This is F. Meyer's flooding (the basis of watershed segmentation) with one difference: a pixel keeps its own priority instead of the highest one
/// met on the way, so that a label that has squeezed through a narrow gap fills the open room behind it at once. Each pixel enters the queue
/// once; with one list of pixels per priority the whole flood takes linear time.
/// </remarks>
internal static class PriorityFlood
{
    /// <summary>Floods in place.</summary>
    /// <param name="labels">In: above 0 for seeds, 0 for pixels to be labelled, below 0 for pixels that stay out. Out: no 0 that a seed can reach.</param>
    /// <param name="priorities">Priority of each pixel, 0 to <paramref name="priorityCount"/> - 1; the lowest goes first.</param>
    /// <param name="priorityCount">Number of different priorities.</param>
    /// <param name="worst">If given: receives the highest priority on the way from the seed to each pixel, -1 in the seeds themselves.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    public static void Run(
        Plane<int> labels,
        ReadOnlySpan<ushort> priorities,
        int priorityCount,
        short[]? worst = null,
        CancellationToken cancellationToken = default)
    {
        int width = labels.Width;
        int[] label = labels.Data;
        BucketQueue queue = new(label.Length, priorityCount);
        if (worst is not null) Array.Fill(worst, (short)-1);

        // All found before the first label spreads, which would make seeds of the pixels it reaches.
        List<int> seeds = [];
        for (int i = 0; i < label.Length; i++)
            if (label[i] > 0 && HasUnlabelledNeighbour(i)) seeds.Add(i);
        foreach (int seed in seeds) PushNeighbours(seed, priorities);

        const int StepsBetweenCancellationChecks = 1 << 18;
        int steps = 0;
        while (queue.TryPop(out int pixel))
        {
            PushNeighbours(pixel, priorities);
            if (++steps % StepsBetweenCancellationChecks == 0) cancellationToken.ThrowIfCancellationRequested();
        }

        bool HasUnlabelledNeighbour(int pixel)
        {
            int x = pixel % width;
            return (x > 0 && label[pixel - 1] == 0)
                || (x < width - 1 && label[pixel + 1] == 0)
                || (pixel >= width && label[pixel - width] == 0)
                || (pixel < label.Length - width && label[pixel + width] == 0);
        }

        void PushNeighbours(int from, ReadOnlySpan<ushort> priority)
        {
            int x = from % width;
            if (x > 0) Push(from, from - 1, priority);
            if (x < width - 1) Push(from, from + 1, priority);
            if (from >= width) Push(from, from - width, priority);
            if (from < label.Length - width) Push(from, from + width, priority);
        }

        void Push(int from, int to, ReadOnlySpan<ushort> priority)
        {
            if (label[to] != 0) return;
            // The label is decided here: whoever reaches a pixel first would also be the first to leave the queue with it.
            label[to] = label[from];
            if (worst is not null) worst[to] = Math.Max(worst[from], (short)priority[to]);
            queue.Push(to, priority[to]);
        }
    }
}
