namespace PdnColorize.Training.Samples;

/// <summary>One sample of a batch. All planes are rows from the top, one plane after another.</summary>
/// <param name="Inputs">The stage's input planes in their order, without the draft.</param>
/// <param name="Target">The original picture in the model's colour space and range, three planes of the same size.</param>
/// <param name="DraftInputs">For stage 2, the input planes of stage 1 for the whole square; empty in stage 1.</param>
/// <param name="CropLeft">For stage 2, where the planes lie in the square, in its pixels.</param>
/// <param name="CropTop">For stage 2, where the planes lie in the square, in its pixels.</param>
/// <param name="Drawing">What a user would see of the whole square.</param>
internal sealed record TrainingSample(float[] Inputs, float[] Target, float[] DraftInputs, int CropLeft, int CropTop, SampleDrawing Drawing)
{
    /// <summary>Whether the next sample is the same with other colours in the areas of some hints, or with thinner or thicker lines.</summary>
    public bool HasTwin { get; init; }

    /// <summary>For stage 2 of PaintsChainer's sampling, three planes that stand for the draft in <see cref="CleanChannels"/>; else empty.</summary>
    public float[] CleanDraft { get; init; } = [];

    /// <summary>1 for each of the three channels whose draft is the clean one, 0 for the others; else empty.</summary>
    public float[] CleanChannels { get; init; } = [];
}
