using PdnColorize.Colorization.Groups;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using TorchSharp;

namespace PdnColorize.Colorization.Networks;

/// <summary>A model's reading network, ready to find where the colors of a drawing end, which parts share one, and which that is likely to be.</summary>
internal sealed class ReadingNetwork : IDisposable
{
    /// <summary>Beyond these proportions the long side grows, so that the figures of a strip are not read in miniature.</summary>
    private const double LongestProportions = 2;

    /// <summary>The long side grows to this many times its usual length at most, which bounds memory.</summary>
    private const int LongestGrowth = 4;

    /// <summary>Narrowest line, in pixels of the network's input: averaging a thinner one over a pixel would leave a pale grey.</summary>
    private const double ThinnestLine = 0.8;

    private readonly ReadingManifest _settings;
    private readonly FoldedUNet _network;

    public ReadingNetwork(ReadingWeights weights, torch.Device device, torch.ScalarType type)
    {
        _settings = weights.Settings;
        _network = new FoldedUNet(weights, device, type);
    }

    /// <summary>Stands for these weights on this device.</summary>
    public Guid Identity { get; } = Guid.NewGuid();

    /// <summary>Size in which the network reads a drawing.</summary>
    public PictureSize SizeFor(int width, int height)
    {
        double proportions = (double)Math.Max(width, height) / Math.Min(width, height);
        int shortSide = (int)Math.Round(_settings.LongSide / Math.Min(proportions, LongestProportions));
        return PictureSize.Fit(width, height, shortSide, LongestGrowth * _settings.LongSide, enlarge: true);
    }

    /// <summary>Reads a drawing.</summary>
    /// <param name="lineArt">The drawing's lines, any size.</param>
    /// <param name="cancellationToken">Checked between layers.</param>
    /// <exception cref="ColorizationException">The network gave numbers that are no borders.</exception>
    public DrawingReading Read(LineArtMap lineArt, CancellationToken cancellationToken)
    {
        PictureSize size = SizeFor(lineArt.Width, lineArt.Height);
        return Read(LineScaling.Resize(lineArt, size.Width, size.Height, ThinnestLine), cancellationToken);
    }

    /// <summary>Reads line art in the network's size.</summary>
    /// <param name="lines">0 ink, 255 paper.</param>
    /// <param name="cancellationToken">Checked between layers.</param>
    /// <exception cref="ColorizationException">The network gave numbers that are no borders.</exception>
    public DrawingReading Read(Plane<byte> lines, CancellationToken cancellationToken)
    {
        PictureSize padded = new PictureSize(lines.Width, lines.Height).RoundUp(UNet.SizeMultiple);
        float[] ink = new float[padded.Width * padded.Height];
        for (int y = 0; y < lines.Height; y++)
        {
            Span<float> row = ink.AsSpan(y * padded.Width, lines.Width);
            for (int x = 0; x < row.Length; x++) row[x] = 1 - (lines[x, y] / 255f);
        }

        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor output = _network.Run(torch.tensor(ink, [1, ReadingManifest.InputChannels, padded.Height, padded.Width]), cancellationToken);
        float[] logits = output.narrow(1, 0, 1).contiguous().data<float>().ToArray();
        Plane<byte> strength = new(lines.Width, lines.Height);
        for (int y = 0; y < lines.Height; y++)
        {
            ReadOnlySpan<float> row = logits.AsSpan(y * padded.Width, lines.Width);
            for (int x = 0; x < row.Length; x++)
            {
                if (!float.IsFinite(row[x])) throw ColorizationException.NotFinite();
                strength[x, y] = (byte)MathF.Round(255 / (1 + MathF.Exp(-row[x])));
            }
        }

        FeatureMap? embedding = Take(output, 1, _settings.EmbeddingSize, lines.Width, lines.Height);
        if (embedding is not null) FeatureMap.Normalize(embedding.Values, embedding.Channels);
        using torch.Tensor colors = torch.nn.functional.log_softmax(output.narrow(1, 1 + _settings.EmbeddingSize, _settings.Colors.Count), 1);
        return new DrawingReading(new BorderMap(strength), embedding, Take(colors, 0, _settings.Colors.Count, lines.Width, lines.Height));
    }

    /// <summary>Some channels of a picture without its padding; null for none.</summary>
    private static FeatureMap? Take(torch.Tensor output, int first, int count, int width, int height)
    {
        if (count == 0) return null;
        using torch.Tensor pixels = output.narrow(1, first, count).narrow(2, 0, height).narrow(3, 0, width).permute(0, 2, 3, 1).contiguous();
        float[] values = pixels.data<float>().ToArray();
        return Array.TrueForAll(values, float.IsFinite) ? new FeatureMap(width, height, count, values) : throw ColorizationException.NotFinite();
    }

    public void Dispose() => _network.Dispose();
}
