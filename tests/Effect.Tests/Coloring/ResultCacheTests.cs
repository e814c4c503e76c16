using PdnColorize.Effect.Coloring;

namespace PdnColorize.Effect.Tests.Coloring;

public sealed class ResultCacheTests
{
    [Fact]
    public void Add_MoreThanThereIsRoomFor_ForgetsWhatWasNotUsedForLongest()
    {
        ResultCache cache = new(300);
        cache.Add(Key("a"), new byte[100]);
        cache.Add(Key("b"), new byte[100]);
        cache.Add(Key("c"), new byte[100]);
        Assert.NotNull(cache.Find(Key("a")));

        cache.Add(Key("d"), new byte[100]);

        Assert.Null(cache.Find(Key("b")));
        Assert.All("acd", letter => Assert.NotNull(cache.Find(Key(letter.ToString()))));
        Assert.Equal(300, cache.Bytes);
    }

    [Fact]
    public void Add_OneThatIsLargerThanAll_IsKeptAlone()
    {
        ResultCache cache = new(300);
        cache.Add(Key("a"), new byte[100]);

        cache.Add(Key("large"), new byte[1000]);

        Assert.Equal(1000, cache.Find(Key("large"))!.Value.Length);
        Assert.Equal(1000, cache.Bytes);
        cache.Add(Key("b"), new byte[100]);
        Assert.Equal(100, cache.Bytes);
    }

    [Fact]
    public void Add_TheSameKeyAgain_ReplacesIt()
    {
        ResultCache cache = new(300);
        cache.Add(Key("a"), new byte[100]);

        cache.Add(Key("a"), new byte[50]);

        Assert.Equal(50, cache.Bytes);
    }

    private static RequestKey Key(string text) => new(text);
}
