using PdnColorize.Client.Jobs;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;
using PdnColorize.Tests.Time;

namespace PdnColorize.Client.Tests;

/// <summary>What shared memory is kept for the next job, how much, and for how long. That it is the same memory shows in its name.</summary>
public sealed class SparePixelsTests : IDisposable
{
    /// <summary>Not a whole number of pages: on Windows the block is larger than that.</summary>
    private const long Large = SparePixels.LeastBytes + 12;

    private readonly ManualTime _time = new();
    private readonly SparePixels _spare;

    public SparePixelsTests() => _spare = new SparePixels(_time);

    public void Dispose() => _spare.Dispose();

    [Fact]
    public void Rent_SizeOfAReturnedBlock_IsThatBlock()
    {
        string name = RentAndReturn(Large);

        using IPixelMemory again = _spare.Rent(Large);

        Assert.Equal(name, again.Name);
        Assert.True(again.Length >= Large);
    }

    [Theory]
    [InlineData(Large * 2)]
    [InlineData(Large + (1 << 20))]
    public void Rent_AnotherSize_IsANewBlockAndTheOthersAreRemoved(long length)
    {
        string name = RentAndReturn(Large);

        using IPixelMemory other = _spare.Rent(length);

        Assert.NotEqual(name, other.Name);
        Assert.True(other.Length >= length);
        AssertIsGone(name);
    }

    [Fact]
    public void Rent_ALittleMoreThanABlockHolds_IsANewBlock()
    {
        IPixelMemory block = _spare.Rent(Large);
        _spare.Return(block);

        using IPixelMemory other = _spare.Rent(block.Length + 1);

        Assert.NotEqual(block.Name, other.Name);
        Assert.True(other.Length > block.Length);
    }

    [Fact]
    public void Return_SmallBlock_IsRemovedAndTheLargeOnesStay()
    {
        string large = RentAndReturn(Large);
        string small = RentAndReturn(SparePixels.LeastBytes / 2);

        AssertIsGone(small);
        using IPixelMemory again = _spare.Rent(Large);
        Assert.Equal(large, again.Name);
    }

    [Fact]
    public void Return_MoreThanOneJobHas_TheRestIsRemoved()
    {
        IPixelMemory[] blocks = [.. Enumerable.Range(0, SparePixels.MostBlocks + 1).Select(_ => _spare.Rent(Large))];
        foreach (IPixelMemory block in blocks) _spare.Return(block);

        AssertIsGone(blocks[^1].Name);
        foreach (IPixelMemory block in blocks[..^1]) PixelMemory.Open(block.Name).Dispose();
    }

    [Fact]
    public void Return_NoJobForAWhile_AllAreRemoved()
    {
        string name = RentAndReturn(Large);

        _time.Advance(SparePixels.LongestUnused - TimeSpan.FromMilliseconds(1));
        PixelMemory.Open(name).Dispose();
        _time.Advance(TimeSpan.FromMilliseconds(1));

        AssertIsGone(name);
    }

    [Fact]
    public void Return_NextJobTookLong_CountsFromItsEnd()
    {
        RentAndReturn(Large);
        IPixelMemory block = _spare.Rent(Large);
        _time.Advance(SparePixels.LongestUnused * 3);

        _spare.Return(block);
        _time.Advance(SparePixels.LongestUnused / 2);

        PixelMemory.Open(block.Name).Dispose();
    }

    [Fact]
    public void Dispose_BlocksAreKept_AreRemovedAndNoneIsKeptAfterwards()
    {
        string kept = RentAndReturn(Large);
        IPixelMemory late = PixelMemory.Create(Large);

        _spare.Dispose();
        _spare.Return(late);

        AssertIsGone(kept);
        AssertIsGone(late.Name);
    }

    private string RentAndReturn(long length)
    {
        IPixelMemory block = _spare.Rent(length);
        _spare.Return(block);
        return block.Name;
    }

    private static void AssertIsGone(string name) => Assert.Throws<DaemonException>(() => PixelMemory.Open(name).Dispose());
}
