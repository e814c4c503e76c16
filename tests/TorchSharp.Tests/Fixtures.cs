using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>What fixtures/make_fixtures.py computed with PyTorch.</summary>
internal static class Fixtures
{
    private static readonly Lazy<JsonDocument> Numbers = new(() =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "fixtures", "numbers.json"))));

    public static Tensor Load(string name)
    {
        var entry = Numbers.Value.RootElement.GetProperty(name);
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        var values = entry.GetProperty("values").EnumerateArray();
        return entry.GetProperty("type").GetString() == "int64"
            ? tensor([.. values.Select(value => value.GetInt64())], shape)
            : tensor([.. values.Select(value => (float)value.GetDouble())], shape);
    }

    /// <summary>The names under a prefix, which is cut off.</summary>
    public static IEnumerable<string> Under(string prefix) =>
        Numbers.Value.RootElement.EnumerateObject().Select(entry => entry.Name)
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);

    /// <summary>
    /// Asserts that shape, type and numbers are the fixture's, within a few roundings of float32: sums may be taken in another order.
    /// </summary>
    public static void AssertIs(string name, Tensor actual, double tolerance = 1e-5)
    {
        using var scope = NewDisposeScope();
        var expected = Load(name);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        if (actual.dtype == ScalarType.Int64)
        {
            Assert.Equal(expected.data<long>().ToArray(), actual.data<long>().ToArray());
            return;
        }

        var worst = (double)(actual - expected).abs().max();
        var allowed = tolerance * Math.Max(1, (double)expected.abs().max());
        Assert.True(worst <= allowed, $"{name}: off by {worst}, allowed are {allowed}.");
    }
}
