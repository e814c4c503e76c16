using PdnColorize.Colorization.Hints;

namespace PdnColorize.Training.Samples;

/// <summary>
/// Gives the areas of some hints other colours, in the picture and in the hints alike: a hint decides its own area, and nothing elsewhere follows from it.
/// Turning all hues at once teaches the opposite, that one odd hint says how odd the whole picture is.
/// </summary>
internal sealed class AreaRecoloring
{
    /// <summary>Share of the hinted areas that take another colour.</summary>
    private const double AreaShare = 0.5;

    /// <summary>Channels darker than this are moved, not scaled: what is nearly 0 stays so under any factor.</summary>
    private const int Dark = 48;

    /// <summary>Channels that differ by less make a grey.</summary>
    private const int LeastColorfulness = 24;

    private const int None = -1;

    private readonly RgbSquare _flat;
    private readonly byte[] _pixels;
    private readonly int[] _hintColors;
    private readonly HintSet _hints;
    private readonly int[][] _groups;
    private readonly bool[] _done;

    private AreaRecoloring(RgbSquare colors, RgbSquare flat, HintSet hints)
    {
        (_flat, _hints) = (flat, hints);
        _pixels = [.. colors.Pixels];
        _hintColors = [.. hints.Colors];
        _groups = [.. Enumerable.Range(0, hints.Count).GroupBy(i => hints.Groups[i]).Select(group => group.ToArray())];
        _done = new bool[flat.Side * flat.Side];
    }

    /// <summary>Recolours.</summary>
    /// <param name="colors">The picture.</param>
    /// <param name="flat">The same, flattened.</param>
    /// <param name="hints">Hints in the flattened picture's colours, of the same size.</param>
    /// <param name="random">Decides which areas, and their colours.</param>
    /// <param name="atLeastOne">Whether one area at least takes another colour.</param>
    public static (RgbSquare Colors, HintSet Hints) Apply(RgbSquare colors, RgbSquare flat, HintSet hints, SampleRandom random, bool atLeastOne = false)
    {
        AreaRecoloring recoloring = new(colors, flat, hints);
        int certain = atLeastOne ? random.Below(recoloring._groups.Length) : None;
        if (certain != None) recoloring.Recolor(recoloring.StartOf(certain), random);
        for (int group = 0; group < recoloring._groups.Length; group++)
        {
            int start = recoloring.StartOf(group);
            if (recoloring._done[start]) continue;
            if (random.Chance(AreaShare)) recoloring.Recolor(start, random);
            else recoloring.Fill(start);
        }

        HintSet recolored = HintSet.FromPixels(hints.Width, hints.Height, hints.Positions, recoloring._hintColors);
        return (colors with { Pixels = recoloring._pixels }, recolored);
    }

    private int StartOf(int group) => _hints.Positions[_groups[group][0]];

    private void Recolor(int start, SampleRandom random)
    {
        List<int> area = Fill(start);
        int from = _flat.ColorAt(start);
        int to = OtherColor(from, random);
        foreach (int pixel in area)
            for (int c = 0; c < 3; c++)
                _pixels[(pixel * 3) + c] = Move(_pixels[(pixel * 3) + c], Channel(from, c), Channel(to, c));
        RecolorHints([.. area], from, to);
    }

    /// <summary>A hint goes with the area that holds most of it, with all of its pixels.</summary>
    private void RecolorHints(HashSet<int> area, int from, int to)
    {
        foreach (int[] group in _groups)
        {
            if (group.Count(i => area.Contains(_hints.Positions[i])) * 2 <= group.Length) continue;
            foreach (int i in group)
            {
                int color = _hints.Colors[i];
                _hintColors[i] = (Move((byte)Channel(color, 0), Channel(from, 0), Channel(to, 0)) << 16)
                    | (Move((byte)Channel(color, 1), Channel(from, 1), Channel(to, 1)) << 8)
                    | Move((byte)Channel(color, 2), Channel(from, 2), Channel(to, 2));
            }
        }
    }

    private List<int> Fill(int start)
    {
        int side = _flat.Side;
        List<int> area = [start];
        _done[start] = true;
        for (int next = 0; next < area.Count; next++)
        {
            int pixel = area[next];
            int x = pixel % side;
            if (x > 0) Reach(pixel - 1);
            if (x < side - 1) Reach(pixel + 1);
            if (pixel >= side) Reach(pixel - side);
            if (pixel < side * (side - 1)) Reach(pixel + side);
        }

        return area;

        void Reach(int pixel)
        {
            if (_done[pixel] || _flat.Difference(pixel, start) > HintSimulator.SameArea) return;
            _done[pixel] = true;
            area.Add(pixel);
        }
    }

    private static int OtherColor(int color, SampleRandom random)
    {
        int[] channels = [Channel(color, 0), Channel(color, 1), Channel(color, 2)];
        // Greys have no hue to turn.
        if (channels.Max() - channels.Min() < LeastColorfulness || random.Chance(0.5))
            return (random.Below(256) << 16) | (random.Below(256) << 8) | random.Below(256);
        RgbSquare one = new(1, [.. channels.Select(channel => (byte)channel)]);
        return one.TurnHue(random.Between(0.5, (2 * Math.PI) - 0.5)).ColorAt(0);
    }

    /// <summary>A channel of a pixel whose area goes from one colour to another: light and shade stay.</summary>
    private static byte Move(byte value, int from, int to) =>
        (byte)Math.Clamp(from >= Dark ? value * to / (double)from : value + to - from, 0, 255);

    private static int Channel(int color, int channel) => (color >> (16 - (8 * channel))) & 255;
}
