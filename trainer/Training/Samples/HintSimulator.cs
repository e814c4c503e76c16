using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Samples;

/// <summary>
/// Paints hints as a user would: dots, strokes and scribbles inside areas of one colour, in the colours of the flattened picture, not on its edges.
/// </summary>
internal sealed class HintSimulator
{
    /// <summary>Line art at least this bright is paper (of 255).</summary>
    private const int PaperFrom = 150;

    /// <summary>A hint ends where the flattened picture differs by more than this from where it began (of 255, in any channel).</summary>
    public const int SameArea = 36;

    /// <summary>Tries to find a place inside an area of one colour; then any paper will do.</summary>
    private const int Tries = 8;

    private const int NoHint = -1;

    private readonly Plane<byte> _lines;
    private readonly RgbSquare _flat;
    private readonly SampleRandom _random;
    private readonly int[] _canvas;
    private readonly int _side;
    private readonly double _unit;

    private HintSimulator(Plane<byte> lines, RgbSquare flat, SampleRandom random)
    {
        (_lines, _flat, _random, _side) = (lines, flat, random, flat.Side);
        _canvas = new int[lines.Length];
        Array.Fill(_canvas, NoHint);
        // Sizes below are in pixels of a side of 128.
        _unit = _side / 128.0;
    }

    /// <summary>Paints hints.</summary>
    /// <param name="lines">Line art, 0 ink to 255 paper.</param>
    /// <param name="flat">The flattened picture of the same size.</param>
    /// <param name="amount">How many hints.</param>
    /// <param name="random">Decides the rest.</param>
    public static HintSet Paint(Plane<byte> lines, RgbSquare flat, HintAmount amount, SampleRandom random)
    {
        if (amount.IsNone) return HintSet.None(flat.Side, flat.Side);
        HintSimulator simulator = new(lines, flat, random);
        if (amount.DenseShare > 0) simulator.PaintDensely(amount.DenseShare);
        for (int i = 0; i < amount.Count; i++) simulator.PaintOne(amount.DotsOnly);
        return simulator.Collect();
    }

    private void PaintDensely(double share)
    {
        for (int i = 0; i < _canvas.Length; i++)
            if (_lines.Data[i] >= PaperFrom && _random.Chance(share)) _canvas[i] = _flat.ColorAt(i);
    }

    private void PaintOne(bool dotsOnly)
    {
        int start = FindPlace();
        double kind = dotsOnly ? 0 : _random.NextDouble();
        if (kind < 0.5)
            Stamp(start, start, _random.Between(0.4, 2.5) * _unit);
        else if (kind < 0.8)
            Walk(start, length: _random.Between(4, 40), turnEvery: double.PositiveInfinity);
        else
            Walk(start, length: _random.Between(25, 80), turnEvery: _random.Between(5, 12));
    }

    /// <summary>Half of the places are anywhere, half near the middle, where the figure is.</summary>
    private int FindPlace()
    {
        int place = 0;
        int paper = NoHint;
        for (int i = 0; i < Tries; i++)
        {
            bool anywhere = _random.Chance(0.5);
            int x = anywhere ? _random.Below(_side) : Clamp((0.5 + (0.25 * _random.Normal())) * _side);
            int y = anywhere ? _random.Below(_side) : Clamp((0.5 + (0.25 * _random.Normal())) * _side);
            place = (y * _side) + x;
            if (_lines.Data[place] < PaperFrom) continue;
            paper = place;
            int reach = Math.Max(1, (int)Math.Round(1.5 * _unit));
            if (IsSame(place, x - reach, y) && IsSame(place, x + reach, y) && IsSame(place, x, y - reach) && IsSame(place, x, y + reach)) return place;
        }

        return paper == NoHint ? place : paper;
    }

    /// <summary>A line of stamps that bends a little, turns back every now and then if it is a scribble, and at what it must not cross.</summary>
    private void Walk(int start, double length, double turnEvery)
    {
        double radius = _random.Between(0.3, 1.3) * _unit;
        double angle = _random.Between(0, 2 * Math.PI);
        (double x, double y) = ((start % _side) + 0.5, (start / _side) + 0.5);
        double sinceTurn = 0;
        int blocked = 0;
        const double Step = 0.7;
        for (double gone = 0; gone < length; gone += Step, sinceTurn += Step)
        {
            Stamp(((int)y * _side) + (int)x, start, radius);
            (double nextX, double nextY) = (x + (Step * _unit * Math.Cos(angle)), y + (Step * _unit * Math.Sin(angle)));
            bool open = IsOpen(start, (int)Math.Floor(nextX), (int)Math.Floor(nextY));
            if (open) (x, y, blocked) = (nextX, nextY, 0);
            if (open && sinceTurn < turnEvery)
            {
                angle += 0.12 * _random.Normal();
                continue;
            }

            // A stroke ends at its area's edge, a scribble turns back there.
            if (double.IsInfinity(turnEvery) || ++blocked > 4) return;
            angle += Math.PI + _random.Between(-0.6, 0.6);
            sinceTurn = 0;
        }
    }

    /// <summary>A round stamp in the colour of the hint's start, kept inside its area but for the lines.</summary>
    private void Stamp(int center, int start, double radius)
    {
        (int centerX, int centerY) = (center % _side, center / _side);
        int reach = (int)Math.Ceiling(radius);
        int color = _flat.ColorAt(start);
        for (int y = Math.Max(0, centerY - reach); y <= Math.Min(_side - 1, centerY + reach); y++)
        {
            for (int x = Math.Max(0, centerX - reach); x <= Math.Min(_side - 1, centerX + reach); x++)
            {
                int pixel = (y * _side) + x;
                double far = ((x - centerX) * (x - centerX)) + ((y - centerY) * (y - centerY));
                if (far <= radius * radius && _flat.Difference(pixel, start) <= SameArea) _canvas[pixel] = color;
            }
        }
    }

    private bool IsSame(int start, int x, int y) =>
        x >= 0 && y >= 0 && x < _side && y < _side && _flat.Difference(start, (y * _side) + x) <= SameArea;

    private bool IsOpen(int start, int x, int y) => IsSame(start, x, y) && _lines.Data[(y * _side) + x] >= PaperFrom;

    private int Clamp(double position) => Math.Clamp((int)position, 0, _side - 1);

    private HintSet Collect()
    {
        int[] positions = [.. Enumerable.Range(0, _canvas.Length).Where(i => _canvas[i] != NoHint)];
        return HintSet.FromPixels(_side, _side, positions, [.. positions.Select(i => _canvas[i])]);
    }
}
