using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using TorchSharp;

namespace PdnColorize.Colorization.Networks;

/// <summary>A stage of a model, ready to colour.</summary>
internal sealed class NetworkStage : IDisposable
{
    /// <summary>A very long picture gets at most this many times the stage's short side on its long one, which bounds memory.</summary>
    private const int LongestOverShortest = 6;

    private readonly ModelManifest _model;
    private readonly StageManifest _stage;
    private readonly FoldedUNet _network;

    public NetworkStage(ModelManifest model, StageWeights weights, torch.Device device, torch.ScalarType type)
    {
        _model = model;
        _stage = weights.Settings;
        _network = new FoldedUNet(weights, device, type);
    }

    /// <summary>Size in which the stage sees a drawing.</summary>
    public PictureSize SizeFor(int width, int height) =>
        PictureSize.Fit(width, height, _stage.ShortSide, LongestOverShortest * _stage.ShortSide, enlarge: true);

    /// <summary>Line art in the stage's size, with lines as wide as the stage was trained on.</summary>
    public Plane<byte> ScaleLines(LineArtMap lineArt)
    {
        PictureSize size = SizeFor(lineArt.Width, lineArt.Height);
        return ScaleLines(lineArt, size.Width, size.Height, _stage.ShortSide, _model.LineWidths);
    }

    /// <summary>Line art in a size, its lines as wide as a stage with that short side expects them.</summary>
    /// <param name="lineArt">The line art.</param>
    /// <param name="width">New width.</param>
    /// <param name="height">New height.</param>
    /// <param name="shortSide">The stage's short side.</param>
    /// <param name="widths">The model's <see cref="ModelManifest.LineWidths"/>.</param>
    public static Plane<byte> ScaleLines(LineArtMap lineArt, int width, int height, int shortSide, ValueRange widths)
    {
        double unit = shortSide / 128.0;
        return LineScaling.Resize(lineArt, width, height, widths.Minimum * unit, widths.Maximum * unit);
    }

    /// <summary>Colours line art.</summary>
    /// <param name="lines">What <see cref="ScaleLines(LineArtMap)"/> gave.</param>
    /// <param name="hints">The hints, at the drawing's size.</param>
    /// <param name="draft">Stage 1's result, any size; null in stage 1.</param>
    /// <param name="borders">Learned borders, which hints follow; null to follow the lines.</param>
    /// <param name="cancellationToken">Checked between tiles and layers.</param>
    /// <returns>Colours in the size of <paramref name="lines"/>.</returns>
    /// <exception cref="ColorizationException">The network gave numbers that are no picture.</exception>
    public ColorField Run(Plane<byte> lines, HintSet hints, ColorField? draft, BorderMap? borders, CancellationToken cancellationToken)
    {
        PictureSize size = new(lines.Width, lines.Height);
        StageInput input = new(_model, size);
        ColorField? scaledDraft = draft?.Resize(size);
        double propagationScale = (double)_stage.ShortSide / _model.Stages[0].ShortSide;
        float[] planes = input.Build(_stage, lines, hints, propagationScale, scaledDraft, borders);
        float[] output = TiledPass.Run(planes, _stage.InputChannels, input.PaddedSize, Pass, cancellationToken);
        return ToColors(output, input.PaddedSize, size);

        float[] Pass(float[] part, PictureSize partSize)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            torch.Tensor tensor = torch.tensor(part, [1, _stage.InputChannels, partSize.Height, partSize.Width]);
            return StageOutput.Complete(_network.Run(tensor, cancellationToken), tensor, _stage).data<float>().ToArray();
        }
    }

    public void Dispose() => _network.Dispose();

    private ColorField ToColors(float[] planes, PictureSize padded, PictureSize size)
    {
        float[] data = new float[size.Width * size.Height * ColorField.Channels];
        int plane = padded.Width * padded.Height;
        float scale = 255 / (_model.ValueRange.Maximum - _model.ValueRange.Minimum);
        float least = float.PositiveInfinity;
        float most = float.NegativeInfinity;
        for (int y = 0; y < size.Height; y++)
        {
            for (int x = 0; x < size.Width; x++)
            {
                Span<float> color = data.AsSpan(((y * size.Width) + x) * ColorField.Channels, ColorField.Channels);
                for (int c = 0; c < ColorField.Channels; c++)
                {
                    float value = (planes[(c * plane) + (y * padded.Width) + x] - _model.ValueRange.Minimum) * scale;
                    if (!float.IsFinite(value)) throw ColorizationException.NotFinite();
                    color[c] = value;
                }

                ModelColors.ToRgb(_model.ColorSpace, color);
                foreach (ref float value in color)
                {
                    value = Math.Clamp(value, 0, 255);
                    least = Math.Min(least, value);
                    most = Math.Max(most, value);
                }
            }
        }

        // A drawing has lines and paper; a network that paints both in one even grey has not seen it.
        const float LeastRange = 2;
        if (most - least < LeastRange) throw ColorizationException.Constant();
        return new ColorField(size.Width, size.Height, data);
    }
}
