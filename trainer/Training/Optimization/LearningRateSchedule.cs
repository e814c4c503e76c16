using PdnColorize.Training.Configuration;

namespace PdnColorize.Training.Optimization;

/// <summary>A linear warm-up, then half a cosine.</summary>
internal static class LearningRateSchedule
{
    /// <summary>The rate of a step.</summary>
    /// <param name="config">The run's settings.</param>
    /// <param name="step">0 to <paramref name="steps"/> - 1.</param>
    /// <param name="steps">Steps of the stage.</param>
    public static double At(TrainConfig config, long step, long steps)
    {
        if (step < config.WarmUpSteps) return config.LearningRate * (step + 1) / config.WarmUpSteps;
        double done = (double)(step - config.WarmUpSteps) / Math.Max(1, steps - config.WarmUpSteps);
        double share = config.FinalRateShare + ((1 - config.FinalRateShare) * 0.5 * (1 + Math.Cos(Math.PI * Math.Min(1, done))));
        return config.LearningRate * share;
    }
}
