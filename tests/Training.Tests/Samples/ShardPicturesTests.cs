using System.Runtime.CompilerServices;
using PdnColorize.Datasets;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class ShardPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ShardPicturesTests()
    {
        DatasetOptions options = new() { Inputs = [Path.Combine(AppContext.BaseDirectory, "pictures")], Output = Shards, LineVariants = 1 };
        DatasetBuilder.BuildAsync(options).GetAwaiter().GetResult();
    }

    private string Shards => _folder.File("set");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_CacheHasRoom_KeepsThePicture()
    {
        ShardPictures kept = new(Shards, cacheMebibytes: 1000);
        ShardPictures notKept = new(Shards, cacheMebibytes: 0);

        Assert.Same(kept.Read(0), kept.Read(0));
        Assert.NotSame(notKept.Read(0), notKept.Read(0));
        Assert.Equal(kept.Read(0).ColorRgb, notKept.Read(0).ColorRgb);
    }

    [Fact]
    public void Read_CacheIsFull_MemoryOfEarlierPicturesIsGivenBack()
    {
        ShardPictures pictures = new(Shards, cacheMebibytes: 0, garbageAllowed: 1);
        WeakReference earlier = ReadAndForget(pictures);

        pictures.Read(1);

        Assert.False(earlier.IsAlive);
    }

    [Fact]
    public void Read_CacheHasRoomButMuchWasAllocated_MemoryOfSamplesIsGivenBack()
    {
        ShardPictures pictures = new(Shards, cacheMebibytes: 1000, garbageAllowed: 1 << 20);
        TrainingPair kept = pictures.Read(0);
        WeakReference sample = Forget(new byte[2 << 20]);

        Assert.Same(kept, pictures.Read(0));

        Assert.False(sample.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference ReadAndForget(ShardPictures pictures) => new(pictures.Read(0));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forget(byte[] sample) => new(sample);
}
