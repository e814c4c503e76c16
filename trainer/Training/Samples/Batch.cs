namespace PdnColorize.Training.Samples;

/// <summary>The samples of a step, planes of one sample after those of the one before.</summary>
/// <param name="Inputs">Count x channels x side x side.</param>
/// <param name="Target">Count x 3 x side x side.</param>
/// <param name="DraftInputs">For stage 2, count x channels of stage 1 x its side x its side; else empty.</param>
/// <param name="Crops">For stage 2, where each sample lies in its square.</param>
internal sealed record Batch(float[] Inputs, float[] Target, float[] DraftInputs, IReadOnlyList<(int Left, int Top)> Crops)
{
    /// <summary>Count x 3 x side x side, or empty: see <see cref="TrainingSample.CleanDraft"/>.</summary>
    public float[] CleanDraft { get; init; } = [];

    /// <summary>Count x 3, or empty: see <see cref="TrainingSample.CleanChannels"/>.</summary>
    public float[] CleanChannels { get; init; } = [];

    /// <summary>Samples that come again right after themselves, with other colours in the areas of some hints or with other lines.</summary>
    public IReadOnlyList<int> Twins { get; init; } = [];

    /// <summary>Number of samples.</summary>
    public int Count => Crops.Count;

    public static Batch Of(IReadOnlyList<TrainingSample> samples) => new(
        Join(samples, sample => sample.Inputs),
        Join(samples, sample => sample.Target),
        Join(samples, sample => sample.DraftInputs),
        [.. samples.Select(sample => (sample.CropLeft, sample.CropTop))])
    {
        CleanDraft = Join(samples, sample => sample.CleanDraft),
        CleanChannels = Join(samples, sample => sample.CleanChannels),
        Twins = [.. Enumerable.Range(0, samples.Count).Where(i => samples[i].HasTwin)],
    };

    private static float[] Join(IReadOnlyList<TrainingSample> samples, Func<TrainingSample, float[]> part)
    {
        int length = part(samples[0]).Length;
        float[] all = new float[length * samples.Count];
        for (int i = 0; i < samples.Count; i++) part(samples[i]).CopyTo(all, i * length);
        return all;
    }
}
