using System.Globalization;
using System.Runtime.ExceptionServices;
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

    /// <summary>Pictures that are kept for the eye: the first of those chosen, so from as many sources as there are.</summary>
    private const int ShownPictures = 8;

    private const long Purpose = 0x76616C6964;

    private readonly IPictureSource _pictures;
    private readonly SampleBuilder _samples;
    private readonly ResultColors _colors;
    private readonly int _side;
    private readonly int[] _chosen;

    /// <param name="config">The run's settings.</param>
    /// <param name="stage">1 or 2.</param>
    /// <param name="pictures">The pictures to choose from.</param>
    /// <param name="samples">Makes the stage's samples.</param>
    public Validator(TrainConfig config, int stage, IPictureSource pictures, SampleBuilder samples)
    {
        _pictures = pictures;
        _samples = samples;
        _colors = new ResultColors(TrainedModel.Of(config));
        _side = config.CropOf(stage);
        _chosen = PictureChoice.FromAllSources(pictures, config.ValidationPictures, Purpose);
    }

    /// <summary>What its scores are of: those with other names cannot be compared.</summary>
    public string ScoreName => string.Create(CultureInfo.InvariantCulture, $"{ValidationResult.ScoreName}, {_chosen.Length} pictures of {_pictures.Fingerprint}");

    /// <summary>Colours all pictures with each number of hints.</summary>
    /// <param name="colorize">The network: from a batch to N x 3 x H x W in the model's range.</param>
    /// <param name="cancellationToken">Checked between batches.</param>
    /// <returns>How close the results are, and the first of them.</returns>
    public (ValidationResult Result, IReadOnlyList<ColoredSample> Shown) Run(Func<Batch, Tensor> colorize, CancellationToken cancellationToken)
    {
        Dictionary<int, double[]> psnr = ValidationResult.HintCounts.ToDictionary(hints => hints, _ => new double[_chosen.Length]);
        List<ColoredSample> shown = [];
        for (int first = 0; first < _chosen.Length; first += BatchSize)
        {
            TrainingSample[][] samples = Prepare(_chosen[first..Math.Min(first + BatchSize, _chosen.Length)]);
            Dictionary<int, byte[][]> results = [];
            byte[][] originals = [];
            TrainingSample[] marked = [];
            for (int i = 0; i < ValidationResult.HintCounts.Count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int hints = ValidationResult.HintCounts[i];
                Batch batch = Batch.Of([.. samples.Select(picture => picture[i])]);
                using DisposeScope scope = NewDisposeScope();
                results[hints] = _colors.Split(colorize(batch).detach().cpu().contiguous().data<float>().ToArray(), batch.Count);
                if (hints == ColoredSample.HintCount) marked = [.. samples.Select(picture => picture[i])];
                originals = _colors.Split(batch.Target, batch.Count);
                for (int picture = 0; picture < batch.Count; picture++)
                    psnr[hints][first + picture] = ResultColors.Psnr(results[hints][picture], originals[picture]);
            }

            for (int picture = 0; picture < samples.Length && shown.Count < ShownPictures; picture++)
                shown.Add(Show(marked[picture], results.ToDictionary(entry => entry.Key, entry => entry.Value[picture]), originals[picture]));
        }

        return (new ValidationResult(psnr.ToDictionary(entry => entry.Key, entry => OverSources(entry.Value))), shown);
    }

    /// <summary>For each picture its samples, one for each number of hints.</summary>
    private TrainingSample[][] Prepare(int[] indices)
    {
        try
        {
            return [.. indices.AsParallel().AsOrdered().Select(index =>
                _samples.Fixed(_pictures.Read(index), ValidationResult.HintCounts, () => SampleRandom.For(Purpose, 0, index)))];
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
            throw;
        }
    }

    private ColoredSample Show(TrainingSample sample, Dictionary<int, byte[]> results, byte[] original)
    {
        SampleDrawing drawing = sample.Drawing;
        byte[] lines = new byte[_side * _side];
        for (int y = 0; y < _side; y++) drawing.Lines.Row(sample.CropTop + y).Slice(sample.CropLeft, _side).CopyTo(lines.AsSpan(y * _side));
        IEnumerable<HintMark> marks = Enumerable.Range(0, drawing.Hints.Count).GroupBy(i => drawing.Hints.Groups[i]).Select(group => new HintMark(
            group.Average(i => drawing.Hints.Positions[i] % drawing.Hints.Width) - sample.CropLeft,
            group.Average(i => drawing.Hints.Positions[i] / drawing.Hints.Width) - sample.CropTop,
            drawing.Hints.Colors[group.First()]));
        return new ColoredSample(
            _side,
            lines,
            [.. marks.Where(mark => mark.X >= 0 && mark.Y >= 0 && mark.X < _side && mark.Y < _side)],
            ColoredSample.ShownCounts.ToDictionary(hints => hints, hints => results[hints]),
            original);
    }

    /// <summary>The mean over the sources of the mean over their pictures: a source with many pictures does not outvote the rest.</summary>
    private double OverSources(double[] psnr) => Enumerable.Range(0, psnr.Length)
        .GroupBy(i => PictureChoice.SourceOf(_pictures, _chosen[i]))
        .Average(source => source.Average(i => psnr[i]));
}
