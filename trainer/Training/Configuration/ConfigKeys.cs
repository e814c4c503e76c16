using System.Globalization;

namespace PdnColorize.Training.Configuration;

/// <summary>All settings, in the order of the file.</summary>
internal static class ConfigKeys
{
    /// <summary>The settings.</summary>
    public static IReadOnlyList<ConfigKey> All { get; } =
    [
        Choice("preset", "The recipe. classic: the article and PaintsChainer; faithful: ours, which obeys hints.", c => c.Preset, (c, v) => c with { Preset = v }),
        Choice("stages", "What to train: first (128 pixels), second (512, on the run's own first stage) or both in turn.", c => c.Stages, (c, v) => c with { Stages = v }),
        Whole("baseChannels", "Channels of the first layer. 32 in the article; 16 takes a third of the time.", c => c.BaseChannels, (c, v) => c with { BaseChannels = v }, 1, 128),
        Switch("propagatedHints", "Whether the network also sees hints flooded over the line art. Not in classic.", c => c.PropagatedHints, (c, v) => c with { PropagatedHints = v }),
        Switch("residual", "Whether the network corrects the flooded hints instead of painting from nothing. Needs propagatedHints.", c => c.Residual, (c, v) => c with { Residual = v }),
        Sixteens("stage1Size", "Short side in pixels at which stage 1 sees a drawing.", c => c.Stage1Size, (c, v) => c with { Stage1Size = v }, 64),
        Sixteens("stage2Size", "Short side in pixels at which stage 2 sees a drawing.", c => c.Stage2Size, (c, v) => c with { Stage2Size = v }, 64),
        Sixteens("stage2Crop", "Side in pixels of the random squares that stage 2 is trained on: less than stage2Size is faster.", c => c.Stage2Crop, (c, v) => c with { Stage2Crop = v }, 16),
        Choice("colorSpace", "The colours in which the network sees hints and paints. yuv in the article.", c => c.ColorSpace, (c, v) => c with { ColorSpace = v }),
        Number("thinnestLine", "Lines are brought to at least this width before the network sees them, in pixels of a short side of 128.", c => c.ThinnestLine, (c, v) => c with { ThinnestLine = v }, 0, 128),
        Number("thickestLine", "And to at most this width: the nearer the two, the less it matters how thick somebody draws.", c => c.ThickestLine, (c, v) => c with { ThickestLine = v }, 0.1, 128),
        Whole("stage1Batch", "Pictures in a step of stage 1.", c => c.Stage1Batch, (c, v) => c with { Stage1Batch = v }, 1, 4096),
        Whole("stage2Batch", "Pictures in a step of stage 2.", c => c.Stage2Batch, (c, v) => c with { Stage2Batch = v }, 1, 4096),
        Whole("stage1Steps", "Steps of stage 1.", c => c.Stage1Steps, (c, v) => c with { Stage1Steps = v }, 1, int.MaxValue),
        Whole("stage2Steps", "Steps of stage 2.", c => c.Stage2Steps, (c, v) => c with { Stage2Steps = v }, 1, int.MaxValue),
        Whole("readingChannels", "Channels of the first layer of the network that reads drawings (train --stage reading).", c => c.ReadingChannels, (c, v) => c with { ReadingChannels = v }, 1, 128),
        Sixteens("readingCrop", "Side in pixels of the random squares that it learns from; it reads drawings at 256 on the long side.", c => c.ReadingCrop, (c, v) => c with { ReadingCrop = v }, 64),
        Whole("readingBatch", "Squares in a step of it.", c => c.ReadingBatch, (c, v) => c with { ReadingBatch = v }, 1, 4096),
        Whole("readingSteps", "Steps of it.", c => c.ReadingSteps, (c, v) => c with { ReadingSteps = v }, 1, int.MaxValue),
        Number("readingRate", "Adam's rate for it after the warm-up.", c => c.ReadingRate, (c, v) => c with { ReadingRate = v }, 1e-9, 1),
        Number("learningRate", "Adam's rate after the warm-up.", c => c.LearningRate, (c, v) => c with { LearningRate = v }, 1e-9, 1),
        Whole("warmUpSteps", "Steps over which the rate rises from nothing.", c => c.WarmUpSteps, (c, v) => c with { WarmUpSteps = v }, 0, int.MaxValue),
        Number("finalRateShare", "What is left of the rate at the end of the cosine; 1 keeps it constant.", c => c.FinalRateShare, (c, v) => c with { FinalRateShare = v }, 0, 1),
        Number("weightDecay", "Weight decay, added to the gradient.", c => c.WeightDecay, (c, v) => c with { WeightDecay = v }, 0, 1),
        Number("gradientClip", "Largest norm of the gradient of all weights together; 0 is off.", c => c.GradientClip, (c, v) => c with { GradientClip = v }, 0, 1e9),
        Number("averageDecay", "The model is a moving average over the steps with this decay; 0 takes the last step's weights.", c => c.AverageDecay, (c, v) => c with { AverageDecay = v }, 0, 0.999999),
        Choice("reconstruction", "Distance to the original picture: l1 or mse.", c => c.Reconstruction, (c, v) => c with { Reconstruction = v }),
        Number("hintLossWeight", "Weight of the distance between result and hint at hint pixels. Needs a mask, so not in classic.", c => c.HintLossWeight, (c, v) => c with { HintLossWeight = v }, 0, 1000),
        Number("localityLossWeight", "Weight of the distance between the results of a sample and its twin, where the originals agree. Needs twinShare.", c => c.LocalityLossWeight, (c, v) => c with { LocalityLossWeight = v }, 0, 1000),
        Number("adversarialWeight", "Weight of the discriminator's verdict; 0 trains without one.", c => c.AdversarialWeight, (c, v) => c with { AdversarialWeight = v }, 0, 1000),
        Whole("adversarialStart", "Step from which the discriminator learns and judges.", c => c.AdversarialStart, (c, v) => c with { AdversarialStart = v }, 0, int.MaxValue),
        Choice("sampling", "drawn: hints and line art as illustrators make them; paintsChainer: its public code's noise and pixel hints. The shares of hints, hues and line changes below are for drawn.", c => c.Sampling, (c, v) => c with { Sampling = v }),
        Number("noHintShare", "Share of samples without hints, so that drawings without any stay good.", c => c.NoHintShare, (c, v) => c with { NoHintShare = v }, 0, 1),
        Number("denseHintShare", "Share of samples that hints cover densely.", c => c.DenseHintShare, (c, v) => c with { DenseHintShare = v }, 0, 1),
        Number("hintCountMean", "Mean of the geometric number of hints in the other samples.", c => c.HintCountMean, (c, v) => c with { HintCountMean = v }, 1, 1000),
        Number("manyHintsShare", "Share of these that have 8 to 64 hints instead, so that many hints are seen often enough.", c => c.ManyHintsShare, (c, v) => c with { ManyHintsShare = v }, 0, 1),
        Number("plainShare", "Share of samples that are shown as colouring shows drawings: the whole short side, lines and hues as they are. The next three and largestZoom are for the others.", c => c.PlainShare, (c, v) => c with { PlainShare = v }, 0, 1),
        Number("hueShiftShare", "Share of the samples with hints whose hues are all turned, picture and hints alike: only the hints tell by how much.", c => c.HueShiftShare, (c, v) => c with { HueShiftShare = v }, 0, 1),
        Number("areaRecolorShare", "Share of the samples with hints in which the areas of some hints take other colours, picture and hint alike: what a hint says holds for its area only.", c => c.AreaRecolorShare, (c, v) => c with { AreaRecolorShare = v }, 0, 1),
        Number("twinShare", "Share of the samples after which the same comes again with other colours in the areas of some hints, plain ones too: all else shall stay.", c => c.TwinShare, (c, v) => c with { TwinShare = v }, 0, 1),
        Number("lineTwinShare", "Share of these that come again with the same colours and thinner or thicker lines instead, those without hints too: nothing shall change.", c => c.LineTwinShare, (c, v) => c with { LineTwinShare = v }, 0, 1),
        Number("lineChangeShare", "Share of samples whose line art is changed as other pens, papers and scanners would: width, gaps, darkness, grain.", c => c.LineChangeShare, (c, v) => c with { LineChangeShare = v }, 0, 1),
        Number("flipShare", "Share of samples that are mirrored.", c => c.FlipShare, (c, v) => c with { FlipShare = v }, 0, 1),
        Number("largestZoom", "Samples are squares of the picture's short side divided by 1 up to this.", c => c.LargestZoom, (c, v) => c with { LargestZoom = v }, 1, 4),
        Choice("precision", "What the network computes in: automatic takes bFloat16 where the processor has it, at twice the speed; full is float32.", c => c.Precision, (c, v) => c with { Precision = v }),
        Long("seed", "Decides every random choice: same seed, same run.", c => c.Seed, (c, v) => c with { Seed = v }),
        Choice("frozenLayers", "For fine-tuning: layers that keep their weights. encoder: c0 to c8; allButLast: all but dc2, dc1 and dc0.", c => c.FrozenLayers, (c, v) => c with { FrozenLayers = v }),
        Choice("batchStatistics", "For fine-tuning: what batch normalisation goes by. batch: each batch's own statistics; start: the base model's, unchanged.", c => c.BatchStatistics, (c, v) => c with { BatchStatistics = v }),
        Number("pullToStart", "For fine-tuning: pull of the weights back to where they started, as a share of the way times the rate in each step. Guards against forgetting.", c => c.PullToStart, (c, v) => c with { PullToStart = v }, 0, 1000),
        Number("baseShare", "For fine-tuning: share of samples from the base data, if any is given. Guards against forgetting.", c => c.BaseShare, (c, v) => c with { BaseShare = v }, 0, 0.95),
        Whole("validateEvery", "Steps between validations.", c => c.ValidateEvery, (c, v) => c with { ValidateEvery = v }, 1, int.MaxValue),
        Whole("validationPictures", "Pictures in a validation.", c => c.ValidationPictures, (c, v) => c with { ValidationPictures = v }, 1, 100000),
        Whole("checkpointEvery", "Steps between checkpoints.", c => c.CheckpointEvery, (c, v) => c with { CheckpointEvery = v }, 1, int.MaxValue),
        Whole("keepCheckpoints", "Checkpoints kept beside the best.", c => c.KeepCheckpoints, (c, v) => c with { KeepCheckpoints = v }, 1, 1000),
        Whole("logEvery", "Steps between lines of metrics.csv.", c => c.LogEvery, (c, v) => c with { LogEvery = v }, 1, int.MaxValue),
        Number("maxMinutes", "Saves and ends after so many minutes; 0 is no limit.", c => c.MaxMinutes, (c, v) => c with { MaxMinutes = v }, 0, 1e6),
        Whole("loaderThreads", "Threads that prepare samples in the background; 0 takes one on a processor, and all cores but one beside a GPU.", c => c.LoaderThreads, (c, v) => c with { LoaderThreads = v }, 0, 256),
        Whole("cacheMebibytes", "Memory for decoded pictures, in MiB; 0 decodes each anew.", c => c.CacheMebibytes, (c, v) => c with { CacheMebibytes = v }, 0, 1 << 20),
    ];

    /// <summary>The setting of that name.</summary>
    /// <exception cref="TrainingException">There is none.</exception>
    public static ConfigKey Find(string name) => All.FirstOrDefault(key => key.Name == name)
        ?? throw new TrainingException($"There is no setting '{name}'. The settings are: {string.Join(", ", All.Select(key => key.Name))}.");

    private static ConfigKey Whole(string name, string comment, Func<TrainConfig, int> get, Func<TrainConfig, int, TrainConfig> with, int least, int most) => new(
        name,
        comment,
        c => get(c).ToString(CultureInfo.InvariantCulture),
        (c, text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? with(c, value) : null,
        most == int.MaxValue ? $"a whole number from {least} up" : $"a whole number from {least} to {most}",
        c => get(c) >= least && get(c) <= most);

    private static ConfigKey Sixteens(string name, string comment, Func<TrainConfig, int> get, Func<TrainConfig, int, TrainConfig> with, int least)
    {
        ConfigKey whole = Whole(name, comment, get, with, least, 2048);
        return whole with { Rule = $"a multiple of 16 from {least} to 2048", IsAllowed = c => whole.IsAllowed(c) && get(c) % 16 == 0 };
    }

    private static ConfigKey Long(string name, string comment, Func<TrainConfig, long> get, Func<TrainConfig, long, TrainConfig> with) => new(
        name,
        comment,
        c => get(c).ToString(CultureInfo.InvariantCulture),
        (c, text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? with(c, value) : null,
        "a whole number",
        _ => true);

    private static ConfigKey Number(string name, string comment, Func<TrainConfig, double> get, Func<TrainConfig, double, TrainConfig> with, double least, double most) => new(
        name,
        comment,
        c => get(c).ToString("R", CultureInfo.InvariantCulture),
        (c, text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? with(c, value) : null,
        string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
        c => get(c) >= least && get(c) <= most);

    private static ConfigKey Switch(string name, string comment, Func<TrainConfig, bool> get, Func<TrainConfig, bool, TrainConfig> with) => new(
        name,
        comment,
        c => get(c) ? "true" : "false",
        (c, text) => text is "true" or "false" ? with(c, text == "true") : null,
        "true or false",
        _ => true);

    private static ConfigKey Choice<T>(string name, string comment, Func<TrainConfig, T> get, Func<TrainConfig, T, TrainConfig> with)
        where T : struct, Enum
    {
        string[] names = [.. Enum.GetNames<T>().Select(value => char.ToLowerInvariant(value[0]) + value[1..])];
        return new ConfigKey(
            name,
            comment,
            c => $"\"{names[Array.IndexOf(Enum.GetValues<T>(), get(c))]}\"",
            (c, text) => Array.IndexOf(names, text) is >= 0 and var index ? with(c, Enum.GetValues<T>()[index]) : null,
            $"one of {string.Join(", ", names)}",
            c => Enum.IsDefined(get(c)));
    }
}
