using PdnColorize.Protocol.Messages;

namespace PdnColorize.Host.Serving;

/// <summary>How much of a job is done when a stage begins: measured shares of a 1024 x 1024 drawing on a processor.</summary>
internal static class StageFractions
{
    public static double At(ColorizeStage stage) => stage switch
    {
        ColorizeStage.Loading => 0.02,
        ColorizeStage.Prepare => 0.05,
        ColorizeStage.Stage1 => 0.25,
        ColorizeStage.Stage2 => 0.35,
        ColorizeStage.Lift => 0.65,
        ColorizeStage.Compose => 0.8,
        ColorizeStage.Write => 0.95,
        _ => 0,
    };
}
