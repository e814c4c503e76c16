using PdnColorize.Colorization.Models;

namespace PdnColorize.Training.Configuration;

/// <summary>The manifest of the model that a configuration trains: what its inputs are and how they are encoded.</summary>
internal static class TrainedModel
{
    /// <summary>PaintsChainer's value for "no hint": Y far below black, U and V in the middle (cgi-bin/paint_x2_unet/img2imgDataset.py).</summary>
    private static readonly float[] NoHint = [-512, 128, 128];

    /// <summary>
    /// How hints are flooded. Cap and weight as measured best with 16 channels at 128 pixels; a line is crossed last, and a gap has half its confidence.
    /// </summary>
    private static readonly HintPropagation Propagation = new()
    {
        DistanceCap = 4,
        LineWeight = 3,
        PaperThreshold = 150,
        ConfidenceSlope = 3,
        ConfidenceCenter = 0.3,
    };

    /// <summary>The model's manifest without weights; in fine-tuning that of the model that it starts from.</summary>
    public static ModelManifest Of(TrainConfig config)
    {
        if (config.Start is { } start) return start;
        bool classic = config.Preset == ModelPreset.Classic;
        ValueRange range = classic ? new ValueRange(0, 255) : new ValueRange(-1, 1);
        return new ModelManifest
        {
            Name = "trained",
            DisplayName = "Trained model",
            Preset = config.Preset,
            ColorSpace = config.ColorSpace,
            ValueRange = range,
            LineRange = range,
            LineWidths = new ValueRange((float)config.ThinnestLine, (float)config.ThickestLine),
            Licence = "LicenseRef-Proprietary",
            Hints = new HintSettings
            {
                Encoding = classic ? HintEncoding.Sentinel : HintEncoding.Mask,
                Sentinel = classic ? NoHint : [],
                Propagated = config.PropagatedHints ? Propagation : null,
            },
            Stages = [Stage(config, 1), Stage(config, 2)],
        };
    }

    private static StageManifest Stage(TrainConfig config, int stage)
    {
        IReadOnlyList<InputPlane> inputs = InputPlanes.Expected(config.Preset, stage - 1, config.PropagatedHints);
        return new StageManifest
        {
            File = $"stage{stage}.safetensors",
            InputChannels = inputs.ChannelCount(),
            BaseChannels = config.BaseChannels,
            ShortSide = stage == 1 ? config.Stage1Size : config.Stage2Size,
            Inputs = inputs,
            IsResidual = config.Residual,
        };
    }
}
