using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace PdnColorize.Training;

/// <summary>The finished stage 1, whose results with all their faults are an input of stage 2.</summary>
internal sealed class Drafts : IDisposable
{
    private readonly TrainConfig _config;
    private readonly ModelManifest _model;
    private readonly FoldedUNet _network;
    private readonly Device _device;

    /// <param name="config">The run's settings.</param>
    /// <param name="weights">Stage 1's averaged weights.</param>
    /// <param name="device">Where it runs.</param>
    public Drafts(TrainConfig config, IReadOnlyList<SafetensorsTensor> weights, Device device)
    {
        _config = config;
        _device = device;
        _model = TrainedModel.Of(config);
        StageWeights stage = StageWeights.Check(_model.Stages[0], weights, CheckpointName);
        _network = new FoldedUNet(stage, device, ScalarType.Float32);
    }

    /// <summary>The drafts of a batch where its samples lie, N x 3 x crop x crop, enlarged as colouring enlarges them.</summary>
    public Tensor Of(Batch batch)
    {
        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        int side = _config.Stage1Size;
        Tensor inputs = tensor(batch.DraftInputs, [batch.Count, _model.Stages[0].InputChannels, side, side]);
        Tensor results = StageOutput.Complete(_network.Run(inputs), inputs, _model.Stages[0]).Clamp(_model.ValueRange.Minimum, _model.ValueRange.Maximum);
        Tensor large = functional.interpolate(results.to(_device), size: [_config.Stage2Size, _config.Stage2Size], mode: InterpolationMode.Bilinear, align_corners: false);
        Tensor[] crops = [.. batch.Crops.Select((crop, i) => large.narrow(0, i, 1).narrow(2, crop.Top, _config.Stage2Crop).narrow(3, crop.Left, _config.Stage2Crop))];
        return cat(crops, 0).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Dispose() => _network.Dispose();

    private const string CheckpointName = "stage 1's checkpoint";
}
