using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Groups;

/// <summary>
/// Colors the parts of a drawing that no hint touches: like a hinted part where the reading network finds that the two share a color, else by a guess.
/// </summary>
internal sealed class PartColoring
{
    private static double P(string name, double usual) => Environment.GetEnvironmentVariable("PC_" + name) is { } v ? double.Parse(v, System.Globalization.CultureInfo.InvariantCulture) : usual;

    private static readonly double EmbeddingWeight = P("WE", 1);
    private static readonly double BorderWeight = P("WB", 0.5);
    private static readonly double HintThreshold = P("TH", 0);
    private static readonly double GroupThreshold = P("TG", 0.5);
    private static readonly double Diversity = P("DIV", 1);
    private static readonly double Spread = P("SPREAD", 18);
    private static readonly double Temperature = P("TEMP", 0.7);
    private static readonly double NetworkShare = P("NET", 0);
    private static readonly double GuessWithHints = P("GH", 1);
    private static readonly double WhiteBonus = P("WHITE", 0);

    private readonly PartMap _parts;
    private readonly RegionReading _reading;
    private readonly float[] _embeddings;
    private readonly RegionGraph _graph;
    private readonly IReadOnlyList<int> _palette;

    private PartColoring(PartMap parts, RegionReading reading, Plane<byte> lines, IReadOnlyList<int> palette)
    {
        (_parts, _reading, _palette) = (parts, reading, palette);
        _embeddings = reading.Embedding!.Means(parts.Labels, parts.Count, lines);
        _graph = RegionGraph.Create(parts.Labels, parts.Count, reading.Borders.Map, reading.Meeting);
    }

    /// <summary>Colors the parts without a hint, in place; what the networks painted inside them keeps its shading.</summary>
    public static void Run(ColorField field, PreparedDrawing prepared, PartMap parts, float[] seedColors, IReadOnlyList<int> palette, int seed)
    {
        PartColoring coloring = new(parts, prepared.Reading!, prepared.WorkingLines, palette);
        float[] painted = field.Means(parts.Labels, parts.Count, prepared.WorkingLines);
        float[] chosen = coloring.Choose(painted, seedColors, seed);
        for (int i = 0; i < parts.Labels.Length; i++)
        {
            int part = parts.Labels.Data[i];
            if (parts.Parts[part].Seed > 0) continue;
            for (int c = 0; c < ColorField.Channels; c++)
            {
                ref float value = ref field.Data[(i * ColorField.Channels) + c];
                value = Math.Clamp(value + chosen[(part * ColorField.Channels) + c] - painted[(part * ColorField.Channels) + c], 0, 255);
            }
        }
    }

    private float[] Choose(float[] painted, float[] seedColors, int seed)
    {
        float[] chosen = [.. painted];
        int[] hinted = [.. Enumerable.Range(1, _parts.Count).Where(part => _parts.Parts[part].Seed > 0)];
        bool[] decided = new bool[_parts.Count + 1];
        foreach (int part in hinted)
        {
            decided[part] = true;
            seedColors.AsSpan(_parts.Parts[part].Seed * 3, 3).CopyTo(chosen.AsSpan(part * 3));
        }

        if (hinted.Length > 0) FollowHints(hinted, decided, chosen);
        if (_reading.ColorOdds is not null && (hinted.Length == 0 || GuessWithHints > 0)) Guess(hinted, decided, chosen, painted, seed);
        return chosen;
    }

    private double Cosine(int a, int b)
    {
        int n = _reading.Embedding!.Channels;
        ReadOnlySpan<float> u = _embeddings.AsSpan(a * n, n), v = _embeddings.AsSpan(b * n, n);
        (double dot, double uu, double vv) = (0, 1e-9, 1e-9);
        for (int i = 0; i < n; i++) (dot, uu, vv) = (dot + (u[i] * v[i]), uu + (u[i] * u[i]), vv + (v[i] * v[i]));
        return dot / Math.Sqrt(uu * vv);
    }

    private static double BorderLogit(double strength) => -Math.Log(Math.Clamp(strength / 255, 0.02, 0.98) / (1 - Math.Clamp(strength / 255, 0.02, 0.98)));

    private void FollowHints(int[] hinted, bool[] decided, float[] chosen)
    {
        double[] best = new double[_parts.Count + 1];
        int[] from = new int[_parts.Count + 1];
        Array.Fill(best, double.NegativeInfinity);
        foreach (int hint in hinted)
        {
            double[] worst = WorstBorders(hint);
            for (int part = 1; part <= _parts.Count; part++)
            {
                if (decided[part]) continue;
                double score = (EmbeddingWeight * ((6 * Cosine(part, hint)) - 2)) + (BorderWeight * BorderLogit(worst[part]));
                if (score > best[part]) (best[part], from[part]) = (score, hint);
            }
        }

        for (int part = 1; part <= _parts.Count; part++)
        {
            if (decided[part] || best[part] < HintThreshold) continue;
            decided[part] = true;
            chosen.AsSpan(from[part] * 3, 3).CopyTo(chosen.AsSpan(part * 3));
        }
    }

    /// <summary>The strongest border on the way to each part over the weakest borders.</summary>
    private double[] WorstBorders(int start)
    {
        double[] worst = new double[_parts.Count + 1];
        Array.Fill(worst, 255);
        worst[start] = 0;
        PriorityQueue<int, double> queue = new();
        queue.Enqueue(start, 0);
        while (queue.TryDequeue(out int part, out double at))
        {
            if (at > worst[part]) continue;
            foreach ((int next, RegionGraph.Border border) in _graph[part])
            {
                double through = Math.Max(at, border.Mean);
                if (through >= worst[next]) continue;
                worst[next] = through;
                queue.Enqueue(next, through);
            }
        }

        return worst;
    }

    private sealed class Group(int size, int channels)
    {
        public List<int> Members = [];
        public double[] Odds = new double[size];
        public float[] Embedding = new float[channels];
        public double Area;
    }

    private void Guess(int[] hinted, bool[] decided, float[] chosen, float[] painted, int seed)
    {
        int classes = _palette.Count;
        int n = _reading.Embedding!.Channels;
        List<Group> groups = [];
        foreach (int part in Enumerable.Range(1, _parts.Count).Where(p => !decided[p]).OrderByDescending(p => _parts.Parts[p].Size).ThenBy(p => p))
        {
            Group? join = null;
            double bestScore = GroupThreshold;
            foreach (Group group in groups)
            {
                double border = _graph[part].Where(x => group.Members.Contains(x.Key)).Select(x => x.Value.Mean).DefaultIfEmpty(127.5).Min();
                double score = (EmbeddingWeight * ((6 * Cos(group.Embedding, part)) - 2)) + (BorderWeight * BorderLogit(border));
                if (score > bestScore) (bestScore, join) = (score, group);
            }

            if (join is null) groups.Add(join = new Group(classes, n));
            int size = _parts.Parts[part].Size;
            join.Members.Add(part);
            join.Area += size;
            for (int i = 0; i < n; i++) join.Embedding[i] += size * _embeddings[(part * n) + i];
            for (int c = 0; c < classes; c++) join.Odds[c] += size * (double)_reading.ColorOdds![(_parts.Parts[part].Region * classes) + c];
        }

        (double L, double A, double B)[] lab = [.. _palette.Select(color => Ciede2000.ToLab(((byte)(color >> 16), (byte)(color >> 8), (byte)color)))];
        double total = _parts.Labels.Length;
        List<(double L, double A, double B, double Weight, float[] Embedding)> used = [.. hinted.Select(part =>
        {
            (double l, double a, double b) = Ciede2000.ToLab(((byte)chosen[part * 3], (byte)chosen[(part * 3) + 1], (byte)chosen[(part * 3) + 2]));
            return (l, a, b, Math.Sqrt(_parts.Parts[part].Size / total), _embeddings.AsSpan(part * n, n).ToArray());
        })];
        Random random = new(seed);
        foreach (Group group in groups.OrderByDescending(g => g.Area))
        {
            int pick = 0;
            double bestScore = double.NegativeInfinity;
            for (int c = 0; c < classes; c++)
            {
                double noise = -Math.Log(-Math.Log(Math.Max(1e-12, random.NextDouble())));
                double score = group.Odds[c] / group.Area;
                if (seed != 0) score += Temperature * noise;
                if (c == 0) score += WhiteBonus;
                else
                    foreach ((double l, double a, double b, double weight, float[] embedding) in used)
                    {
                        double d2 = Sq(l - lab[c].L) + Sq(a - lab[c].A) + Sq(b - lab[c].B);
                        score -= Diversity * weight * Math.Exp(-d2 / (2 * Spread * Spread));
                    }

                if (score > bestScore) (bestScore, pick) = (score, c);
            }

            used.Add((lab[pick].L, lab[pick].A, lab[pick].B, Math.Sqrt(group.Area / total), group.Embedding));
            foreach (int part in group.Members)
            {
                for (int c = 0; c < 3; c++)
                {
                    float guess = (_palette[pick] >> (16 - (8 * c))) & 255;
                    chosen[(part * 3) + c] = (float)((NetworkShare * painted[(part * 3) + c]) + ((1 - NetworkShare) * guess));
                }
            }
        }

        double Cos(float[] embedding, int part)
        {
            ReadOnlySpan<float> v = _embeddings.AsSpan(part * n, n);
            (double dot, double uu, double vv) = (0, 1e-9, 1e-9);
            for (int i = 0; i < n; i++) (dot, uu, vv) = (dot + (embedding[i] * v[i]), uu + (embedding[i] * embedding[i]), vv + (v[i] * v[i]));
            return dot / Math.Sqrt(uu * vv);
        }

        static double Sq(double x) => x * x;
    }
}
