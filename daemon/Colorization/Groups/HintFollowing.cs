using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Groups;

/// <summary>Finds for parts without a hint the hinted part whose color they share: locks of one head of hair, the ground on both sides of a figure.</summary>
internal static class HintFollowing
{
    /// <summary>A part follows from this logit on. With many hints it hardly matters (the same PSNR from -2 to 1); with a single one it keeps the paper from following a sleeve.</summary>
    private const double FollowsFrom = 1.5;

    /// <summary>The part that each follows; 0 for a hinted one and for one that is like none of them.</summary>
    /// <remarks>Likeness is that of the embeddings, and of the strongest border on the way that crosses the weakest ones.</remarks>
    public static int[] Run(PartTraits traits)
    {
        int count = traits.Parts.Count;
        int[] hinted = [.. Enumerable.Range(1, count).Where(part => traits.Parts.Parts[part].Seed > 0)];
        int[] followed = new int[count + 1];
        double[] best = new double[count + 1];
        Array.Fill(best, FollowsFrom);
        List<(int Part, double Strength)>[] tree = WeakestWays(traits.Graph, count);
        double[] strongest = new double[count + 1];
        foreach (int hint in hinted)
        {
            FindStrongest(tree, hint, strongest);
            for (int part = 1; part <= count; part++)
            {
                if (traits.Parts.Parts[part].Seed > 0) continue;
                double likeness = Likeness.OfEmbeddings(traits.Embedding(part), traits.Embedding(hint)) + Likeness.OfBorder(strongest[part]);
                if (likeness > best[part]) (best[part], followed[part]) = (likeness, hint);
            }
        }

        return followed;
    }

    /// <summary>The minimum spanning trees (J. Kruskal 1956): the way between two parts in one crosses no stronger border than any other way does.</summary>
    private static List<(int Part, double Strength)>[] WeakestWays(RegionGraph graph, int count)
    {
        int[] root = [.. Enumerable.Range(0, count + 1)];
        List<(int Part, double Strength)>[] tree = [.. root.Select(_ => new List<(int, double)>())];
        var meetings = Enumerable.Range(1, count).SelectMany(part => graph[part].Where(border => border.Key > part).Select(border => (part, other: border.Key, border.Value.Mean)));
        foreach ((int part, int other, double strength) in meetings.OrderBy(meeting => meeting.Mean).ThenBy(meeting => meeting.part).ThenBy(meeting => meeting.other))
        {
            (int one, int two) = (Root(part), Root(other));
            if (one == two) continue;
            root[one] = two;
            tree[part].Add((other, strength));
            tree[other].Add((part, strength));
        }

        return tree;

        int Root(int part)
        {
            while (root[part] != part) part = root[part] = root[root[part]];
            return part;
        }
    }

    private static void FindStrongest(List<(int Part, double Strength)>[] tree, int start, double[] strongest)
    {
        Array.Fill(strongest, byte.MaxValue);
        Stack<(int Part, int From)> waiting = new([(start, 0)]);
        strongest[start] = 0;
        while (waiting.TryPop(out (int Part, int From) at))
        {
            foreach ((int next, double strength) in tree[at.Part])
            {
                if (next == at.From) continue;
                strongest[next] = Math.Max(strongest[at.Part], strength);
                waiting.Push((next, at.Part));
            }
        }
    }
}
