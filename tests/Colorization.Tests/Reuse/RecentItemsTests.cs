using PdnColorize.Colorization.Reuse;

namespace PdnColorize.Colorization.Tests.Reuse;

public sealed class RecentItemsTests
{
    [Fact]
    public void Add_TooMany_ForgetsTheOneNotUsedForLongest()
    {
        RecentItems<string, string> items = new(maximumBytes: 1000, maximumCount: 2);
        items.Add("a", "A", 1);
        items.Add("b", "B", 1);
        Assert.True(items.TryGet("a", out _));

        items.Add("c", "C", 1);

        Assert.True(items.TryGet("a", out _));
        Assert.False(items.TryGet("b", out _));
        Assert.Equal(2, items.Bytes);
    }

    [Fact]
    public void Add_TooManyBytes_ForgetsUntilItFits()
    {
        RecentItems<string, string> items = new(maximumBytes: 10, maximumCount: 100);
        for (int i = 0; i < 5; i++) items.Add($"{i}", "", 2);

        items.Add("large", "", 7);

        Assert.Equal(9, items.Bytes);
        Assert.True(items.TryGet("4", out _));
        Assert.False(items.TryGet("3", out _));
    }

    [Fact]
    public void Add_LargerThanAllRoom_IsNotKeptAndForgetsNothing()
    {
        RecentItems<string, string> items = new(maximumBytes: 10, maximumCount: 100);
        items.Add("small", "", 5);

        items.Add("large", "", 11);

        Assert.False(items.TryGet("large", out _));
        Assert.True(items.TryGet("small", out _));
    }

    [Fact]
    public void Add_SameKey_Replaces()
    {
        RecentItems<string, string> items = new(maximumBytes: 10, maximumCount: 100);
        items.Add("a", "old", 5);
        items.Add("a", "new", 3);

        Assert.True(items.TryGet("a", out string? value));
        Assert.Equal(("new", 3L), (value, items.Bytes));
    }
}
