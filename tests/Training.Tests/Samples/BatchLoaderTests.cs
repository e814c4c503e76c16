using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class BatchLoaderTests
{
    [Fact]
    public void Take_SeveralThreads_GivesTheStepsInOrder()
    {
        // Later steps are ready before earlier ones.
        using BatchLoader<Batch> loader = new(step => Numbered(step, delay: (int)(7 - (step % 7))), first: 100, end: 400, threads: 4);

        for (int step = 100; step < 400; step++) Assert.Equal(step, loader.Take().Inputs[0]);
    }

    [Fact]
    public void Take_AnErrorInAThread_IsThrownAtItsStep()
    {
        using BatchLoader<Batch> loader = new(step => step == 2 ? throw new InvalidDataException("step 2") : Numbered(step, 0), first: 0, end: 10, threads: 2);

        loader.Take();
        loader.Take();

        Assert.Equal("step 2", Assert.Throws<InvalidDataException>(() => loader.Take()).Message);
        Assert.Equal(3, loader.Take().Inputs[0]);
    }

    [Fact]
    public void Dispose_WithBatchesLeft_EndsTheThreadsAndMakesFewAhead()
    {
        int made = 0;
        using (BatchLoader<Batch> loader = new(step => Numbered(step + (0 * Interlocked.Increment(ref made)), 0), first: 0, end: 1000000, threads: 3))
            loader.Take();

        Assert.InRange(made, 1, 1 + 3 + 2);
    }

    private static Batch Numbered(long step, int delay)
    {
        Thread.Sleep(delay);
        return new Batch([step], [], [], []);
    }
}
