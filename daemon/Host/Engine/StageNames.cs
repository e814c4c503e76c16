using PdnColorize.Colorization;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Engine;

/// <summary>The steps of a colorization in the words of the protocol.</summary>
internal static class StageNames
{
    public static ColorizeStage Of(ColorizationStep step) => step switch
    {
        ColorizationStep.Prepare => ColorizeStage.Prepare,
        ColorizationStep.Stage1 => ColorizeStage.Stage1,
        ColorizationStep.Stage2 => ColorizeStage.Stage2,
        ColorizationStep.Lift => ColorizeStage.Lift,
        ColorizationStep.Compose => ColorizeStage.Compose,
        _ => throw new InvalidOperationException($"Unknown step {step}."),
    };
}
