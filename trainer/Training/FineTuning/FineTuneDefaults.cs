using PdnColorize.Colorization.Models;
using PdnColorize.Training.Configuration;

namespace PdnColorize.Training.FineTuning;

/// <summary>The settings that fine-tuning starts from: for 20 to 500 pictures of one artist.</summary>
public static class FineTuneDefaults
{
    /// <summary>Settings that the model decides; another value would be another network.</summary>
    private static readonly string[] ModelKeys = ["preset", "baseChannels", "propagatedHints", "residual", "colorSpace", "stage1Size", "stage2Size", "thinnestLine", "thickestLine"];

    /// <summary>The settings for a model.</summary>
    /// <exception cref="TrainingException">The trainer does not make such models.</exception>
    public static TrainConfig For(ModelManifest model)
    {
        ArgumentNullException.ThrowIfNull(model);
        TrainConfig config = OfModel(StartModel.ToTrain(model));
        return config with
        {
            Stages = model.Stages.Count == 2 ? StageSelection.Both : StageSelection.First,
            Stage1Batch = 8,
            Stage1Steps = 150,
            Stage2Steps = 150,
            LearningRate = 1e-3,
            WarmUpSteps = 20,
            FinalRateShare = 0.05,
            WeightDecay = 0,
            GradientClip = 1,
            AverageDecay = 0.98,
            // mse gives more with a few hints, but its guesses without any are mud: the mean of all skins and clothes. See EXPERIMENTS.md.
            Reconstruction = ReconstructionLoss.L1,
            // A discriminator that begins with a few pictures knows them by heart before it knows the style.
            AdversarialWeight = 0,
            BatchStatistics = BatchStatistics.Batch,
            PullToStart = 1,
            BaseShare = 0.25,
            ValidateEvery = 25,
            ValidationPictures = 16,
            CheckpointEvery = 25,
            LogEvery = 10,
        };
    }

    /// <summary>Checks the settings that the model decides.</summary>
    /// <exception cref="TrainingException">One differs from the model's.</exception>
    internal static void Check(TrainConfig config, ModelManifest model)
    {
        TrainConfig required = OfModel(model);
        // A model of one stage has no size for a second: any will do.
        foreach (ConfigKey key in ModelKeys.Where(name => model.Stages.Count == 2 || name != "stage2Size").Select(ConfigKeys.Find))
        {
            if (key.Write(config) != key.Write(required))
                throw new TrainingException($"{key.Name} is {key.Write(required)} in the model {model.Name}, which cannot become {key.Write(config)} by fine-tuning. Train a new model for it.");
        }

        if (config.Stages != StageSelection.First && model.Stages.Count == 1)
            throw new TrainingException($"stages must be first: the model {model.Name} has one stage.");
    }

    private static TrainConfig OfModel(ModelManifest model)
    {
        TrainConfig preset = TrainConfig.Default(model.Preset);
        int first = model.Stages[0].ShortSide;
        // A model of one stage has no size for a second; nothing is made of this one.
        int second = model.Stages[^1].ShortSide;
        return preset with
        {
            Start = model,
            PropagatedHints = model.Hints.Propagated is not null,
            Residual = model.Stages[0].IsResidual,
            ColorSpace = model.ColorSpace,
            BaseChannels = model.Stages[0].BaseChannels,
            ThinnestLine = Exact(model.LineWidths.Minimum),
            ThickestLine = Exact(model.LineWidths.Maximum),
            Stage1Size = first,
            Stage2Size = second,
            Stage2Crop = Math.Min(preset.Stage2Crop, second),
        };
    }

    /// <summary>The number that people wrote, 0.9 and not 0.89999998.</summary>
    private static double Exact(float value) => (double)(decimal)value;
}
