using System.Globalization;
using System.Text;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Shards;

namespace PdnColorize.Datasets.Building;

/// <summary>A shard to be made: which pictures, in which order.</summary>
/// <param name="File">Name of the tar file.</param>
/// <param name="FirstNumber">Number of its first picture, counted through all shards.</param>
/// <param name="Pictures">Its pictures.</param>
/// <param name="Recipe">Hash of everything that decides its bytes.</param>
internal sealed record ShardPlan(string File, int FirstNumber, IReadOnlyList<PlannedPicture> Pictures, string Recipe)
{
    /// <summary>
    /// Deals the pictures out to shards in an order drawn from the seed, so that every shard holds a mixture of all sources and may be read in sequence.
    /// </summary>
    public static List<ShardPlan> Create(DatasetOptions options, IEnumerable<PlannedPicture> pictures)
    {
        List<PlannedPicture> order = [.. pictures
            .OrderBy(picture => StableHash.Of("order", options.Seed, picture.Key))
            .ThenBy(picture => picture.Key, StringComparer.Ordinal)];
        List<ShardPlan> plans = [];
        for (int first = 0; first < order.Count; first += options.PicturesPerShard)
        {
            List<PlannedPicture> own = order.GetRange(first, Math.Min(options.PicturesPerShard, order.Count - first));
            plans.Add(new ShardPlan(MemberNames.Shard(plans.Count), first, own, RecipeOf(options, first, own)));
        }

        return plans;
    }

    private static string RecipeOf(DatasetOptions options, int first, List<PlannedPicture> pictures)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{PictureDrawing.Version}\t{options.Size}\t{options.Seed}\t{options.LineVariants}\t{first}\n");
        foreach (PlannedPicture picture in pictures)
            text.Append(CultureInfo.InvariantCulture, $"{picture.Key}\t{picture.Sha256}\t{picture.Group}\t{picture.Weight}\n");
        return StableHash.Sha256(text.ToString());
    }
}
