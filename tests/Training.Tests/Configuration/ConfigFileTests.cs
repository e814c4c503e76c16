using PdnColorize.Colorization.Models;
using PdnColorize.Training.Configuration;

namespace PdnColorize.Training.Tests.Configuration;

public sealed class ConfigFileTests
{
    [Theory]
    [InlineData(ModelPreset.Classic)]
    [InlineData(ModelPreset.Faithful)]
    public void Read_WhatWasWritten_IsTheSameConfiguration(ModelPreset preset)
    {
        TrainConfig config = TrainConfig.Default(preset) with { LearningRate = 0.000123, Seed = -7, Stages = StageSelection.Both, AverageDecay = 0.5 };

        Assert.Equal(config, ConfigFile.Read(ConfigFile.Write(config), "test"));
    }

    [Fact]
    public void Write_EverySetting_HasAComment()
    {
        string[] lines = ConfigFile.Write(new TrainConfig()).Split('\n');

        string[] settings = [.. typeof(TrainConfig).GetProperties().Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..])];
        Assert.All(settings, name =>
        {
            int line = Array.FindIndex(lines, text => text.StartsWith($"  \"{name}\": ", StringComparison.Ordinal));
            Assert.True(line > 0 && lines[line - 1].StartsWith("  // ", StringComparison.Ordinal), name);
        });
    }

    [Fact]
    public void Read_APresetAndOneSetting_TakesTheRestFromThePreset()
    {
        TrainConfig config = ConfigFile.Read("""{ "stage1Steps": 5, /* the article's */ "preset": "classic", }""", "test");

        Assert.Equal(TrainConfig.Default(ModelPreset.Classic) with { Stage1Steps = 5 }, config);
    }

    [Theory]
    [InlineData("learningrate", "1", "learningRate")]
    [InlineData("learningRate", "fast", "a number from")]
    [InlineData("reconstruction", "L3", "one of l1, mse")]
    [InlineData("propagatedHints", "yes", "true or false")]
    public void Apply_WhatCannotBe_SaysWhatCan(string name, string value, string expected)
    {
        TrainingException error = Assert.Throws<TrainingException>(() => ConfigFile.Apply(new TrainConfig(), [(name, value)]));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stage1Size", "100")]
    [InlineData("noHintShare", "1.1")]
    [InlineData("stage2Crop", "1024")]
    [InlineData("denseHintShare", "0.6")]
    [InlineData("learningRate", "NaN")]
    public void Validate_ValueOutOfRange_NamesIt(string name, string value)
    {
        TrainConfig config = ConfigFile.Apply(new TrainConfig(), [(name, value)]);

        Assert.Contains(name == "denseHintShare" ? "noHintShare" : name, Assert.Throws<TrainingException>(config.Validate).Message, StringComparison.Ordinal);
    }
}
