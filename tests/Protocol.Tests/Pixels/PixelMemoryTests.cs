using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.Protocol.Tests.Pixels;

public sealed class PixelMemoryTests
{
    [Fact]
    public void Open_ByName_SharesTheBytes()
    {
        using IPixelMemory ours = PixelMemory.Create(100_000);
        using IPixelMemory theirs = PixelMemory.Open(ours.Name);
        ours.Write(99_990, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
        byte[] seen = new byte[10];

        theirs.Read(99_990, seen);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], seen);
        Assert.InRange(theirs.Length, 100_000, 104_000);
    }

    [Theory]
    [InlineData(8 * 1024 * 1024 - 1)]
    [InlineData(8 * 1024 * 1024)]
    [InlineData(33_333_333)]
    public void ReadAndWrite_SoMuchThatSeveralCoresCopy_GivesTheSameBytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        using IPixelMemory ours = PixelMemory.Create(length + 3);
        using IPixelMemory theirs = PixelMemory.Open(ours.Name);

        ours.Write(3, bytes);

        byte[] seen = new byte[length];
        theirs.Read(3, seen);
        Assert.True(bytes.AsSpan().SequenceEqual(seen));
    }

    [Fact]
    public void Create_NewMemory_IsEmptyAndItsNameRandom()
    {
        using IPixelMemory one = PixelMemory.Create(8);
        using IPixelMemory other = PixelMemory.Create(8);
        byte[] seen = [1, 1, 1, 1, 1, 1, 1, 1];

        one.Read(0, seen);

        Assert.Equal(new byte[8], seen);
        Assert.NotEqual(one.Name, other.Name);
        Assert.True(PixelMemory.IsName(one.Name));
    }

    [Fact]
    public void Open_AfterTheCreatorHasGone_FindsNothing()
    {
        IPixelMemory memory = PixelMemory.Create(8);
        memory.Dispose();

        AssertUnavailable(() => PixelMemory.Open(memory.Name));
    }

    [Fact]
    public void Read_AfterTheCreatorHasGone_StillWorks()
    {
        // A caller that is cancelled lets go while the daemon still reads: that must not crash the daemon.
        IPixelMemory memory = PixelMemory.Create(8);
        memory.Write(0, [7]);
        using IPixelMemory theirs = PixelMemory.Open(memory.Name);
        memory.Dispose();
        byte[] seen = new byte[1];

        theirs.Read(0, seen);

        Assert.Equal(7, seen[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcde")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    [InlineData("0123456789ABCDEF0123456789abcdef")]
    [InlineData("../../../../../../etc/passwd\0\0\0\0")]
    [InlineData("0123456789abcdef0123456789abcde/")]
    [InlineData(@"Global\89abcdef0123456789abcdef01")]
    [InlineData("0123456789abcdef0123456789abcd\uff10f")]
    public void Open_WhatIsNotAName_IsRefused(string name)
    {
        Assert.False(PixelMemory.IsName(name));
        AssertUnavailable(() => PixelMemory.Open(name));
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(long.MaxValue, 1)]
    [InlineData(long.MinValue, 1)]
    [InlineData(0, 9000)]
    [InlineData(8192, 1)]
    public void ReadAndWrite_OutsideTheMemory_AreRefused(long offset, int count)
    {
        using IPixelMemory memory = PixelMemory.Create(8192);

        AssertUnavailable(() => memory.Read(offset, new byte[count]));
        AssertUnavailable(() => memory.Write(offset, new byte[count]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(ProtocolLimits.MaxPixelBytes + 1)]
    public void Create_ImpossibleLength_IsAMistakeOfTheProgram(long length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PixelMemory.Create(length));

    [Fact]
    public void Prepare_BytesOfEitherSide_StayAsTheyAre()
    {
        // More than one step, and an end within a page.
        const int Length = 40_000_001;
        using IPixelMemory ours = PixelMemory.Create(Length);
        using IPixelMemory theirs = PixelMemory.Open(ours.Name);
        ours.Write(0, [1]);
        theirs.Write(Length - 1, [2]);

        ours.Prepare(CancellationToken.None);

        byte[] seen = new byte[Length];
        theirs.Read(0, seen);
        byte[] expected = new byte[Length];
        (expected[0], expected[^1]) = (1, 2);
        Assert.True(expected.AsSpan().SequenceEqual(seen));
    }

    [Fact]
    public void Prepare_WhileTheOtherSideWrites_LosesNothing()
    {
        byte[] bytes = new byte[30_000_000];
        new Random(2).NextBytes(bytes);
        using IPixelMemory ours = PixelMemory.Create(bytes.Length);
        using IPixelMemory theirs = PixelMemory.Open(ours.Name);

        Parallel.Invoke(() => ours.Prepare(CancellationToken.None), () => theirs.Write(0, bytes));

        byte[] seen = new byte[bytes.Length];
        ours.Read(0, seen);
        Assert.True(bytes.AsSpan().SequenceEqual(seen));
    }

    private static void AssertUnavailable(Action action) =>
        Assert.Equal(DaemonErrorCode.PixelsUnavailable, Assert.Throws<DaemonException>(action).Code);
}
