using static TorchSharp.torch;

namespace PdnColorize.Training.Reading;

/// <summary>The samples of a step, joined.</summary>
/// <param name="Count">Number of samples.</param>
/// <param name="Side">Side of each in pixels.</param>
/// <param name="Ink">Count x side x side.</param>
/// <param name="Border">Count x side x side.</param>
/// <param name="Points">Count x points, counted through all samples.</param>
/// <param name="Colors">Count x points: the class of each point's color.</param>
/// <param name="Equal">Count x points x points.</param>
/// <param name="Weight">Count x points x points.</param>
internal sealed record ReadingBatch(int Count, int Side, float[] Ink, float[] Border, long[] Points, long[] Colors, float[] Equal, float[] Weight)
{
    public static ReadingBatch Of(IReadOnlyList<ReadingSample> samples) => new(
        samples.Count,
        (int)Math.Sqrt(samples[0].Ink.Length),
        [.. samples.SelectMany(sample => sample.Ink)],
        [.. samples.SelectMany(sample => sample.Border)],
        [.. samples.SelectMany((sample, i) => sample.Points.Select(point => point + ((long)i * sample.Ink.Length)))],
        [.. samples.SelectMany(sample => sample.Colors)],
        [.. samples.SelectMany(sample => sample.Equal)],
        [.. samples.SelectMany(sample => sample.Weight)]);

    /// <summary>Count x 1 x side x side.</summary>
    public Tensor InkTensor(Device device) => tensor(Ink, [Count, 1, Side, Side], device: device);

    /// <summary>Count x 1 x side x side.</summary>
    public Tensor BorderTensor(Device device) => tensor(Border, [Count, 1, Side, Side], device: device);

    /// <summary>Count x points.</summary>
    public Tensor PointTensor(Device device) => tensor(Points, [Count, ReadingSample.PointCount], device: device);

    /// <summary>Count x points, in one row.</summary>
    public Tensor ColorTensor(Device device) => tensor(Colors, device: device);

    /// <summary>Count x points x points.</summary>
    public Tensor EqualTensor(Device device) => tensor(Equal, [Count, ReadingSample.PointCount, ReadingSample.PointCount], device: device);

    /// <summary>Count x points x points.</summary>
    public Tensor WeightTensor(Device device) => tensor(Weight, [Count, ReadingSample.PointCount, ReadingSample.PointCount], device: device);
}
