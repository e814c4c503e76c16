using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Tests;

/// <summary>Runs that take a second: networks of two channels, pictures of 64 pixels.</summary>
internal static class TinyRun
{
    public static TrainConfig Config(ModelPreset preset, int steps) => TrainConfig.Default(preset) with
    {
        BaseChannels = 2,
        Stage1Size = 64,
        Stage2Size = 128,
        Stage2Crop = 64,
        Stage1Batch = 2,
        Stage2Batch = 2,
        Stage1Steps = steps,
        Stage2Steps = steps,
        WarmUpSteps = 0,
        AdversarialStart = steps / 2,
        ValidateEvery = steps,
        ValidationPictures = 2,
        CheckpointEvery = 1000,
        LogEvery = 5,
        Precision = TrainingPrecision.Full,
    };

    public static TrainingRun Create(string folder, TrainConfig config) =>
        new(RunFolder.Create(folder, config), DrawnPictures.Few, DrawnPictures.Few, ComputeDevice.Cpu);
}
