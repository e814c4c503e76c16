namespace PdnColorize.Trainer.Tests.Support;

/// <summary>Settings with which a step takes milliseconds.</summary>
internal static class TinySettings
{
    public static string[] Arguments(params string[] settings) =>
    [
        "--set", "baseChannels=2", "stage1Size=64", "stage2Size=128", "stage2Crop=64", "stage1Batch=2", "stage2Batch=2", "adversarialStart=10", "warmUpSteps=0",
        "validateEvery=10", "validationPictures=2", "logEvery=5", "precision=full", "stage1Steps=30", "stage2Steps=30", .. settings,
    ];
}
