using PdnColorize.Client.Jobs;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Client.Tests;

public sealed class JobPixelsTests
{
    /// <summary>The client throws nothing but DaemonException, and memory for a large picture may well be lacking.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadResultAsync_NoMemoryForTheResult_SaysSo(bool isPrepared)
    {
        using SparePixels spare = new(TimeProvider.System);
#pragma warning disable CA2201 // Stands in for the runtime.
        JobPixels pixels = JobPixels.Create(TestPicture.Job(3, 2), spare, _ => throw new OutOfMemoryException());
#pragma warning restore CA2201
        string name = pixels.ToRequest().Result.Name;
        if (isPrepared) pixels.PrepareResult();

        DaemonException error = await Assert.ThrowsAsync<DaemonException>(pixels.ReadResultAsync);

        Assert.Equal(DaemonErrorCode.NoPixelMemory, error.Code);
        await pixels.DisposeAsync();
        Assert.Throws<DaemonException>(() => PixelMemory.Open(name).Dispose());
    }
}
