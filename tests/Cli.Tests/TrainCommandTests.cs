using System.Globalization;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Trainer.Tests.Support;

namespace PdnColorize.Trainer.Tests;

public sealed class TrainCommandTests(BuiltDataset data) : IClassFixture<BuiltDataset>, IDisposable
{
    private readonly WorkFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [LinuxFact]
    public async Task Train_Interrupted_SavesExitsWith0AndGoesOn()
    {
        CommandResult interrupted = await TrainerProgram.RunUntil(line => line?.Contains("step 5/", StringComparison.Ordinal) == true, Train("stage1Steps=1000000"));

        interrupted.AssertDone();
        Assert.Contains("Cancelled; everything is saved.", interrupted.Output, StringComparison.Ordinal);
        int step = int.Parse(Path.GetFileName(LastCheckpoint())["step-".Length..], CultureInfo.InvariantCulture);
        Assert.InRange(step, 5, 999_999);
        CommandResult resumed = (await TrainerProgram.Run(Train($"stage1Steps={step + 2}"))).AssertDone();
        Assert.Contains("Going on with", resumed.Output, StringComparison.Ordinal);
        Assert.Contains($"step {step + 2}/{step + 2}", resumed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"step {step}/", resumed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Train_LossesThatAreNoNumbers_ExitsWith7AndKeepsTheLastCheckpoint()
    {
        (await TrainerProgram.Run(Train("stage1Steps=3"))).AssertDone();
        string good = LastCheckpoint();
        string file = Path.Combine(good, "network.safetensors");
        SafetensorsTensor[] spoilt = [.. SafetensorsFile.Read(file).Tensors.Select(tensor => tensor.Name == "c0.bias" ? SafetensorsTensor.FromSingles(tensor.Name, [2], [float.NaN, 0]) : tensor)];
        SafetensorsWriter.Write(file, spoilt);
        byte[] before = File.ReadAllBytes(file);

        CommandResult result = await TrainerProgram.Run(Train("stage1Steps=10"));

        Assert.Equal(7, result.ExitCode);
        Assert.Contains("--set learningRate=", result.Output, StringComparison.Ordinal);
        Assert.Equal(good, LastCheckpoint());
        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Fact]
    public async Task Train_MaxMinutes_SavesAndExitsWith0()
    {
        CommandResult result = (await TrainerProgram.Run([.. Train("stage1Steps=1000000"), "--max-minutes", "0.0001"])).AssertDone();

        Assert.Contains("The time is over", result.Output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(LastCheckpoint()));
        // It was said of that time alone.
        Assert.Contains("Finished.", (await TrainerProgram.Run(Train("stage1Steps=3"))).AssertDone().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("learningRate=fast", "learningRate")]
    [InlineData("learningrate=1", "There is no setting 'learningrate'")]
    [InlineData("stage1Size=100", "stage1Size")]
    [InlineData("frozenLayers=encoder", "frozenLayers")]
    [InlineData("fast", "'fast' is no setting")]
    public async Task Train_AWrongSetting_ExitsWith2AndNamesIt(string setting, string words)
    {
        (await TrainerProgram.Run(Train(setting))).AssertFailed(2, words);

        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public async Task Train_AWrongConfigurationFile_ExitsWith2AndNamesFileAndKey()
    {
        File.WriteAllText(_folder["my.jsonc"], """{ "stage1Steps": "many" }""");

        (await TrainerProgram.Run([.. Train(), "--config", _folder["my.jsonc"]])).AssertFailed(2, "my.jsonc", "stage1Steps");
    }

    [Fact]
    public async Task Train_WithoutADataset_ExitsWith3AndLeavesNoRunFolder()
    {
        (await TrainerProgram.Run("train", "--data", _folder["nothing"], "-o", _folder["run"])).AssertFailed(3, _folder["nothing"]);
        (await TrainerProgram.Run("train", "--data", data.FullPath, "--validation", _folder["nothing"], "-o", _folder["run"])).AssertFailed(3, _folder["nothing"]);

        Assert.False(Directory.Exists(_folder["run"]));
    }

    [Fact]
    public async Task Train_TheSamePicturesInAnotherSize_IsNotTheSameDataset()
    {
        (await TrainerProgram.Run(Train("stage1Steps=2"))).AssertDone();
        (await TrainerProgram.Run("dataset", "build", BuiltDataset.Pictures, "-o", _folder["smaller"], "--line-variants", "1", "--size", "128", "--least-side", "96")).AssertDone();

        string[] other = ["train", "--data", _folder["smaller"], "--validation", data.FullPath, "-o", _folder["run"], .. TinySettings.Arguments("stage1Steps=4")];
        (await TrainerProgram.Run(other)).AssertFailed(2, "other pictures");
    }

    private string[] Train(params string[] settings) =>
        ["train", "--data", data.FullPath, "--validation", data.FullPath, "-o", _folder["run"], .. TinySettings.Arguments(settings)];

    private string LastCheckpoint() => Directory.GetDirectories(_folder["run/stage1"], "step-*").Order(StringComparer.Ordinal).Last();
}
