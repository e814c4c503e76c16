namespace PdnColorize.Colorization.Pictures;

/// <summary>Work on the rows of a picture, spread over the processor's cores.</summary>
internal static class Rows
{
    /// <summary>Rows in one piece of work: small enough to balance, large enough that handing it out costs nothing.</summary>
    private const int RowsPerChunk = 32;

    /// <summary>Pixels that simple work takes a fraction of a millisecond for: waking other threads would not pay.</summary>
    private const int FewPixels = 1 << 19;

    /// <summary>Calls <paramref name="action"/>, simple work on <paramref name="pixels"/> pixels, once for each row 0..<paramref name="height"/> - 1, in any order.</summary>
    public static void ForEach(int pixels, int height, Action<int> action)
    {
        if ((long)pixels * height > FewPixels)
        {
            ForEach(height, action);
            return;
        }

        for (int y = 0; y < height; y++) action(y);
    }

    /// <summary>Calls <paramref name="action"/> once for each row 0..<paramref name="height"/> - 1, in any order.</summary>
    public static void ForEach(int height, Action<int> action, CancellationToken cancellationToken = default)
    {
        int chunks = (height + RowsPerChunk - 1) / RowsPerChunk;
        ParallelOptions options = new() { CancellationToken = cancellationToken };
        Parallel.For(0, chunks, options, chunk =>
        {
            int end = Math.Min(height, (chunk + 1) * RowsPerChunk);
            for (int y = chunk * RowsPerChunk; y < end; y++) action(y);
        });
    }
}
