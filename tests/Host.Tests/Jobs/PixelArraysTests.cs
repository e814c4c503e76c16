using System.Runtime.CompilerServices;
using PdnColorize.Host.Jobs;
using PdnColorize.Tests.Time;

namespace PdnColorize.Host.Tests.Jobs;

/// <summary>What of a job's memory is kept for the next one, how much, and for how long.</summary>
public sealed class PixelArraysTests : IDisposable
{
    private const int Large = PixelArrays.LeastBytes;

    private readonly ManualTime _time = new();
    private readonly PixelArrays _arrays;

    public PixelArraysTests() => _arrays = new PixelArrays(_time);

    public void Dispose() => _arrays.Dispose();

    [Fact]
    public void Rent_SizeOfAReturnedArray_IsThatArray()
    {
        byte[] first = _arrays.Rent(Large);
        _arrays.Return(first);

        Assert.Same(first, _arrays.Rent(Large));
        Assert.Equal(0, _arrays.Bytes);
    }

    [Fact]
    public void Rent_WhileAnotherIsLent_AreTwoArrays() => Assert.NotSame(_arrays.Rent(Large), _arrays.Rent(Large));

    [Theory]
    [InlineData(Large + 1)]
    [InlineData(Large * 2)]
    public void Rent_AnotherSize_HasThatSizeAndTheOthersAreForgotten(int length)
    {
        _arrays.Return(_arrays.Rent(Large));

        Assert.Equal(length, _arrays.Rent(length).Length);
        Assert.Equal(0, _arrays.Bytes);
    }

    [Fact]
    public void Rent_SmallSizeInBetween_LeavesTheLargeOnes()
    {
        byte[] large = _arrays.Rent(Large);
        _arrays.Return(large);
        byte[] small = _arrays.Rent(Large - 1);
        _arrays.Return(small);

        Assert.Equal(Large, _arrays.Bytes);
        Assert.NotSame(small, _arrays.Rent(Large - 1));
        Assert.Same(large, _arrays.Rent(Large));
    }

    [Fact]
    public void Return_ArraysOfTwoSizes_OnlyTheLastSizeIsKept()
    {
        byte[] one = _arrays.Rent(Large);
        byte[] other = _arrays.Rent(Large + 4);

        _arrays.Return(one);
        _arrays.Return(other);

        Assert.Equal(other.Length, _arrays.Bytes);
    }

    [Fact]
    public void Return_MoreThanMayBeKept_StaysWithinTheBound()
    {
        // Their pages are never touched: they take no memory.
        byte[][] lent = [.. Enumerable.Range(0, 4).Select(_ => _arrays.Rent(100_000_000))];

        foreach (byte[] array in lent) _arrays.Return(array);

        Assert.Equal(200_000_000, _arrays.Bytes);
        Assert.InRange(_arrays.Bytes, 0, PixelArrays.MostBytes);
    }

    [Fact]
    public void Return_NothingComesForAWhile_TheMemoryIsGivenUp()
    {
        WeakReference kept = RentAndReturn();
        _time.Advance(PixelArrays.LongestUnused - TimeSpan.FromSeconds(1));
        Assert.Equal(Large, _arrays.Bytes);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _arrays.Bytes);
        Assert.False(kept.IsAlive);
    }

    [Fact]
    public void Rent_LongJob_KeepsWhatItDoesNotUse()
    {
        // With hints, then without: the third array waits until the job is done.
        byte[] one = _arrays.Rent(Large);
        byte[] other = _arrays.Rent(Large);
        _arrays.Return(one);
        _arrays.Return(other);

        _arrays.Rent(Large);
        _time.Advance(10 * PixelArrays.LongestUnused);

        Assert.Equal(Large, _arrays.Bytes);
    }

    [Fact]
    public void Forget_JobFailed_WhatItDidNotUseGoesInAWhile()
    {
        byte[] one = _arrays.Rent(Large);
        byte[] other = _arrays.Rent(Large);
        _arrays.Return(one);
        _arrays.Return(other);
        _arrays.Rent(Large);

        _arrays.Forget();
        Assert.Equal(Large, _arrays.Bytes);
        _time.Advance(PixelArrays.LongestUnused);

        Assert.Equal(0, _arrays.Bytes);
    }

    [Fact]
    public void Clear_MemoryRanOut_NothingIsKept()
    {
        WeakReference kept = RentAndReturn();

        _arrays.Clear();

        Assert.Equal(0, _arrays.Bytes);
        Assert.False(kept.IsAlive);
    }

    [Fact]
    public void RentAndReturn_FromManyThreads_NoArrayIsLentTwice()
    {
        Parallel.For(0, 2000, i =>
        {
            byte[] array = _arrays.Rent(Large);
            byte mark = (byte)i;
            array[0] = mark;
            Thread.Yield();
            Assert.Equal(mark, array[0]);
            _arrays.Return(array);
        });

        Assert.InRange(_arrays.Bytes, Large, PixelArrays.MostBytes);
    }

    /// <summary>Of its own, so that no local variable of a test keeps the array alive.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference RentAndReturn()
    {
        byte[] array = _arrays.Rent(Large);
        _arrays.Return(array);
        return new WeakReference(array);
    }
}
