using System.Globalization;

namespace PdnColorize.Datasets.Shards;

/// <summary>
/// Names of the members of a shard, as WebDataset wants them: everything up to the first dot names the sample, the rest its part, and the
/// parts of a sample follow each other.
/// </summary>
internal static class MemberNames
{
    public const string Color = "color.png";

    public const string Facts = "json";

    private const string ShardStart = "shard-";
    private const string ShardEnd = ".tar";

    /// <summary>Whether <see cref="Shard"/> gives a file this very name.</summary>
    public static bool IsShard(string file) =>
        file.StartsWith(ShardStart, StringComparison.Ordinal) && file.EndsWith(ShardEnd, StringComparison.Ordinal)
        && int.TryParse(file.AsSpan()[ShardStart.Length..^ShardEnd.Length], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && file == Shard(number);

    public static string Line(int variant) => string.Create(CultureInfo.InvariantCulture, $"line{variant}.png");

    /// <summary>The member's full name; <paramref name="number"/> counts through all shards of the data set.</summary>
    public static string Of(int number, string part) => string.Create(CultureInfo.InvariantCulture, $"{number:D6}.{part}");

    public static string Shard(int number) => string.Create(CultureInfo.InvariantCulture, $"{ShardStart}{number:D6}{ShardEnd}");
}
