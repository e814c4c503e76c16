using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Validation;

/// <summary>Colours the same pictures with the same hints each time.</summary>
internal sealed class Validator
{
    /// <summary>Pictures of one pass through the network.</summary>
    private const int BatchSize = 8;

    /// <summary>A perfect result counts as this, not as infinity.</summary>
    private const double BestPsnr = 60;

    private const long Purpose = 0x76616C6964;
    private static readonly int[] HintCounts = [0, 1, 10];

    private readonly IPictureSource _pictures;
    private readonly SampleBuilder _samples;
    private readonly ModelManifest _model;
    private readonly int[] _chosen;

    public Validator(TrainConfig config, IPictureSource pictures, SampleBuilder samples)
    {
        _pictures = pictures;
        _samples = samples;
        _model = TrainedModel.Of(config);
        _chosen = Choose(pictures, config.ValidationPictures);
    }

    /// <summary>Colours all pictures with each number of hints.</summary>
    /// <param name="colorize">The network: from a batch to N x 3 x H x W in the model's range.</param>
    /// <param name="cancellationToken">Checked between batches.</param>
    public ValidationResult Run(Func<Batch, Tensor> colorize, CancellationToken cancellationToken)
    {
        Dictionary<int, double> psnr = [];
        foreach (int hints in HintCounts)
        {
            double sum = 0;
            foreach (int[] indices in _chosen.Chunk(BatchSize))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Batch batch = Batch.Of([.. indices.Select(index => _samples.Fixed(_pictures.Read(index), hints, SampleRandom.For(Purpose, hints, index)))]);
                using DisposeScope scope = NewDisposeScope();
                float[] results = colorize(batch).detach().cpu().contiguous().data<float>().ToArray();
                sum += Psnr(results, batch.Target, batch.Count);
            }

            psnr[hints] = sum / _chosen.Length;
        }

        return new ValidationResult(psnr);
    }

    /// <summary>Pictures from all sources (first folders of the keys) in turn, so that a large one does not outvote the rest.</summary>
    private static int[] Choose(IPictureSource pictures, int count)
    {
        SampleRandom random = new(Purpose);
        List<Queue<int>> sources = [.. Enumerable.Range(0, pictures.Count)
            .GroupBy(i => Path.GetDirectoryName(pictures.FactsOf(i).Key) ?? "")
            .OrderBy(source => source.Key, StringComparer.Ordinal)
            .Select(source => new Queue<int>(source.OrderBy(_ => random.Next())))];
        List<int> chosen = [];
        while (chosen.Count < count && sources.Exists(source => source.Count > 0))
            foreach (Queue<int> source in sources)
                if (chosen.Count < count && source.TryDequeue(out int index)) chosen.Add(index);
        return [.. chosen];
    }

    /// <summary>The sum of the pictures' ratios, in red, green, blue.</summary>
    private double Psnr(float[] results, float[] targets, int count)
    {
        int plane = targets.Length / (3 * count);
        double sum = 0;
        Span<float> result = stackalloc float[3];
        Span<float> target = stackalloc float[3];
        for (int picture = 0; picture < count; picture++)
        {
            double squares = 0;
            for (int i = 0; i < plane; i++)
            {
                ToRgb(results, (picture * 3 * plane) + i, plane, result);
                ToRgb(targets, (picture * 3 * plane) + i, plane, target);
                for (int c = 0; c < 3; c++) squares += (result[c] - target[c]) * (result[c] - target[c]);
            }

            sum += Math.Min(BestPsnr, 10 * Math.Log10(255.0 * 255 / (squares / (3 * plane))));
        }

        return sum;
    }

    private void ToRgb(float[] planes, int at, int plane, Span<float> rgb)
    {
        ValueRange range = _model.ValueRange;
        for (int c = 0; c < 3; c++) rgb[c] = (planes[at + (c * plane)] - range.Minimum) * 255 / (range.Maximum - range.Minimum);
        ModelColors.ToRgb(_model.ColorSpace, rgb);
        foreach (ref float value in rgb) value = Math.Clamp(value, 0, 255);
    }
}
