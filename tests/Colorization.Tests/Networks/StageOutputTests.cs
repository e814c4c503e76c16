using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using TorchSharp;

namespace PdnColorize.Colorization.Tests.Networks;

public sealed class StageOutputTests
{
    // One pixel: line, hint, mask, propagated (3), confidence, draft (3).
    private static readonly float[] Inputs = [1, 0, 0, 0, 0, 0.8f, -0.4f, 0.2f, 0.75f, -1, 1, 0.6f];
    private static readonly float[] Output = [0.1f, 0.2f, -0.3f];

    [Fact]
    public void Complete_StageWithDraft_AddsHintsByConfidenceAndDraftElsewhere()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        // confidence x propagated + (1 - confidence) x draft + output, by hand.
        Assert.Equal([0.45f, 0.15f, 0f], Complete(stageIndex: 1, isResidual: true), Near);
    }

    [Fact]
    public void Complete_StageWithoutDraft_AddsHintsByConfidence()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        Assert.Equal([0.7f, -0.1f, -0.15f], Complete(stageIndex: 0, isResidual: true), Near);
    }

    [Fact]
    public void Complete_NoResidual_IsTheOutput()
    {
        using DisposeScope scope = torch.NewDisposeScope();

        Assert.Equal(Output, Complete(stageIndex: 1, isResidual: false));
    }

    private static bool Near(float a, float b) => Math.Abs(a - b) < 1e-6f;

    private static float[] Complete(int stageIndex, bool isResidual)
    {
        IReadOnlyList<InputPlane> planes = InputPlanes.Expected(ModelPreset.Faithful, stageIndex, propagated: true);
        int channels = planes.ChannelCount();
        StageManifest stage = new() { File = "stage.safetensors", InputChannels = channels, BaseChannels = 1, ShortSide = 64, Inputs = planes, IsResidual = isResidual };
        torch.Tensor inputs = torch.tensor(Inputs[..channels], [1, channels, 1, 1]);
        return StageOutput.Complete(torch.tensor(Output, [1, 3, 1, 1]), inputs, stage).contiguous().data<float>().ToArray();
    }
}
