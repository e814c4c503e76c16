using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Networks;

/// <summary>Builds the input of a stage's network, plane by plane in the order that the model's manifest names them.</summary>
internal sealed class StageInput
{
    private readonly ModelManifest _model;
    private readonly PictureSize _size;
    private readonly PictureSize _padded;
    private readonly int[] _columns;
    private readonly int[] _rows;

    /// <param name="model">Says what the network was trained with.</param>
    /// <param name="size">Size of the picture in the stage.</param>
    public StageInput(ModelManifest model, PictureSize size)
    {
        _model = model;
        _size = size;
        _padded = size.RoundUp(UNet.SizeMultiple);
        _columns = [.. Enumerable.Range(0, _padded.Width).Select(x => Reflect(x, size.Width))];
        _rows = [.. Enumerable.Range(0, _padded.Height).Select(y => Reflect(y, size.Height))];
    }

    /// <summary>Size of the network's input: the picture's, rounded up to multiples of 16, what is added mirrored.</summary>
    public PictureSize PaddedSize => _padded;

    /// <summary>The planes one after another, each PaddedSize.Width x PaddedSize.Height.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="lines">Line art in the stage's size: 0 ink, 255 paper.</param>
    /// <param name="hints">All hints of the drawing.</param>
    /// <param name="propagationScale">Pixels of this stage for one of stage 1.</param>
    /// <param name="draft">Stage 1's result in this stage's size; null in stage 1.</param>
    /// <param name="borders">Learned borders, which hints follow; null to follow the lines.</param>
    public float[] Build(StageManifest stage, Plane<byte> lines, HintSet hints, double propagationScale, ColorField? draft, BorderMap? borders = null)
    {
        HintCells cells = HintCells.Reduce(hints, _size.Width, _size.Height);
        PropagatedHints? propagated = Propagate(stage, lines, hints, cells, propagationScale, borders);
        float[] groupColors = propagated is null ? [] : GroupColors(hints, cells);
        List<float> all = new(_padded.Width * _padded.Height * stage.InputChannels);
        foreach (InputPlane plane in stage.Inputs)
        {
            switch (plane)
            {
                case InputPlane.Line:
                    AddPlane(all, i => InRange(_model.LineRange, lines.Data[i]));
                    break;
                case InputPlane.Hint:
                    AddColors(all, i => cells.Groups.Data[i] != 0 ? i : null, cells.Colors, _model.Hints.Sentinel);
                    break;
                case InputPlane.HintMask:
                    AddPlane(all, i => cells.Groups.Data[i] != 0 ? 1 : 0);
                    break;
                case InputPlane.Propagated:
                    AddColors(all, i => propagated!.Groups.Data[i] is var group and > 0 ? group : null, groupColors, absent: []);
                    break;
                case InputPlane.PropagatedConfidence:
                    AddPlane(all, i => propagated!.Confidence.Data[i]);
                    break;
                case InputPlane.Draft:
                    AddColors(all, i => i, draft!.Data, absent: []);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown input plane {plane}.");
            }
        }

        return [.. all];
    }

    private PropagatedHints? Propagate(StageManifest stage, Plane<byte> lines, HintSet hints, HintCells cells, double scale, BorderMap? borders)
    {
        bool wanted = stage.Inputs.Contains(InputPlane.Propagated) || stage.Inputs.Contains(InputPlane.PropagatedConfidence);
        if (!wanted || _model.Hints.Propagated is not { } options) return null;
        if (hints.IsEmpty) return new PropagatedHints(new Plane<int>(lines.Width, lines.Height), new Plane<float>(lines.Width, lines.Height));
        return new HintFlood(options, scale).Run(lines, cells.Groups, borders?.Resize(lines.Width, lines.Height));
    }

    /// <summary>Mean colour over the cells of each group, as the network saw it in training.</summary>
    private static float[] GroupColors(HintSet hints, HintCells cells)
    {
        float[] sums = new float[(hints.GroupCount + 1) * ColorField.Channels];
        int[] counts = new int[hints.GroupCount + 1];
        for (int i = 0; i < cells.Groups.Length; i++)
        {
            int group = cells.Groups.Data[i];
            if (group == 0) continue;
            counts[group]++;
            for (int c = 0; c < ColorField.Channels; c++) sums[(group * ColorField.Channels) + c] += cells.Colors[(i * ColorField.Channels) + c];
        }

        for (int i = 0; i < sums.Length; i++) sums[i] /= Math.Max(1, counts[i / ColorField.Channels]);
        return sums;
    }

    private void AddPlane(List<float> all, Func<int, float> value)
    {
        foreach (int row in _rows)
            foreach (int column in _columns) all.Add(value((row * _size.Width) + column));
    }

    /// <summary>Adds three planes of colours in the model's colour space and range.</summary>
    /// <param name="all">Where to.</param>
    /// <param name="source">For a pixel the index of its colour, null for none.</param>
    /// <param name="colors">Red, green, blue, 0..255, interleaved.</param>
    /// <param name="absent">What stands where there is no colour; zeros if empty.</param>
    private void AddColors(List<float> all, Func<int, int?> source, float[] colors, IReadOnlyList<float> absent)
    {
        for (int channel = 0; channel < ColorField.Channels; channel++)
        {
            int c = channel;
            AddPlane(all, i =>
            {
                if (source(i) is not { } index) return absent.Count == 0 ? 0 : absent[c];
                ReadOnlySpan<float> rgb = colors.AsSpan(index * ColorField.Channels, ColorField.Channels);
                return InRange(_model.ValueRange, ModelColors.FromRgb(_model.ColorSpace, rgb, c));
            });
        }
    }

    private static float InRange(ValueRange range, float value) => range.Minimum + (value / 255f * (range.Maximum - range.Minimum));

    /// <summary>Mirrors an index beyond the end without repeating the last pixel, any number of times for tiny pictures.</summary>
    private static int Reflect(int i, int length)
    {
        if (length == 1) return 0;
        int period = 2 * (length - 1);
        int at = i % period;
        return at < length ? at : period - at;
    }
}
