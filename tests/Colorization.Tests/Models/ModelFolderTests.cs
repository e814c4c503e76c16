using System.Security.Cryptography;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Models;

/// <summary>Model folders with every fault that a download, a disk or a mix-up can cause.</summary>
public sealed class ModelFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("models-").FullName;

    private string Folder => Path.Combine(_root, "a model");

    private string ReadingWeights => Path.Combine(Folder, "reading.safetensors");

    private string Weights => Path.Combine(Folder, "stage1.safetensors");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData(SafetensorsDataType.F32)]
    [InlineData(SafetensorsDataType.F16)]
    [InlineData(SafetensorsDataType.BF16)]
    public void Load_WholeModel_GivesEveryStagesWeights(SafetensorsDataType dataType)
    {
        var manifest = TestModels.Faithful();
        var weights = TestModels.RandomWeights(manifest, dataType);
        ModelFolderWriter.Write(Folder, manifest, weights);

        var model = ModelFolder.Load(Folder);

        Assert.Equal(Folder, model.Folder);
        Assert.Equal([9, 12], model.Stages.Select(stage => stage.Layout.InputChannels));
        Assert.Equal(weights[1][0].ToSingles(), model.Stages[1]["c0.weight"].ToSingles());
        Assert.Equal(weights[0].Select(tensor => tensor.Name), model.Stages[0].Tensors.Select(tensor => tensor.Name));
    }

    [Fact]
    public void Load_ClassicModel_TakesFourChannelsInBothStages()
    {
        ModelFolderWriter.Write(Folder, TestModels.Classic(), TestModels.RandomWeights(TestModels.Classic()));

        Assert.Equal([4, 4], ModelFolder.Load(Folder).Stages.Select(stage => stage.Layout.InputChannels));
    }

    [Fact]
    public void Load_ModelWithReading_GivesItsWeights()
    {
        var reading = WriteReading();

        var model = ModelFolder.Load(Folder);

        Assert.Equal((1, 13), (model.Reading!.Layout.InputChannels, model.Reading.Layout.OutputChannels));
        Assert.Equal(reading[0].ToSingles(), model.Reading["c0.weight"].ToSingles());
        Assert.Equal(256, model.Reading.Settings.LongSide);
    }

    [Fact]
    public void Load_ModelWithoutReading_HasNone()
    {
        WriteOneStage();

        Assert.Null(ModelFolder.Load(Folder).Reading);
    }

    [Fact]
    public void Open_ReadingFileMissing_NamesIt()
    {
        WriteReading();
        File.Delete(ReadingWeights);

        Assert.Contains(ReadingWeights, Refused(ModelError.FileMissing), StringComparison.Ordinal);
        Assert.Throws<ModelException>(() => ModelFolder.Open(Folder));
    }

    [Fact]
    public void Load_ReadingFileOfAnotherHash_IsRefused()
    {
        WriteReading();
        File.Copy(Weights, ReadingWeights, overwrite: true);

        Assert.Contains($"{ReadingWeights} is not the file", Refused(ModelError.HashMismatch), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ReadingOfAnotherShape_SaysWhatItShouldHave()
    {
        WriteReading();
        var manifest = ModelFolder.Open(Folder).Manifest;
        var changed = manifest with { Reading = manifest.Reading! with { OutputChannels = 1, Colors = [] } };
        File.WriteAllBytes(Path.Combine(Folder, "model.json"), changed.ToUtf8Json());

        var message = Refused(ModelError.ShapeMismatch);

        Assert.Contains("dc0.weight of shape [13, 2, 3, 3] instead of [1, 2, 3, 3]", message, StringComparison.Ordinal);
        Assert.Contains("(1 input, 1 base and 1 output channels)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ManifestInsteadOfFolder_OpensItsFolder()
    {
        WriteOneStage();

        Assert.Equal(Folder, ModelFolder.Open(Path.Combine(Folder, "model.json")).FullPath);
    }

    [Fact]
    public void Open_NoFolder_IsNotFound()
    {
        Assert.Contains(Folder, Refused(ModelError.NotFound), StringComparison.Ordinal);
        Assert.Equal(ModelError.NotFound, Assert.Throws<ModelException>(() => ModelFolder.Open("a\0b")).Error);
    }

    [Fact]
    public void Open_FolderWithoutManifest_IsNotFound()
    {
        Directory.CreateDirectory(Folder);

        Assert.Contains("it has no model.json", Refused(ModelError.NotFound), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HugeManifest_IsRefusedUnread()
    {
        WriteOneStage();
        using (var file = File.OpenWrite(Path.Combine(Folder, "model.json")))
            file.SetLength(5L << 30);

        Assert.Contains("larger than 1048576 bytes", Refused(ModelError.ManifestInvalid), StringComparison.Ordinal);
    }

    [Fact]
    public void Open_WeightFileMissing_NamesIt()
    {
        WriteOneStage();
        File.Delete(Weights);

        Assert.Equal(
            ModelError.FileMissing, Assert.Throws<ModelException>(() => ModelFolder.Open(Folder)).Error);
        Assert.Contains(Weights, Refused(ModelError.FileMissing), StringComparison.Ordinal);
    }

    [Fact]
    public void LoadWeights_FileGoneSinceOpening_NamesIt()
    {
        WriteOneStage();
        var folder = ModelFolder.Open(Folder);
        File.Delete(Weights);

        Assert.Equal(ModelError.FileMissing, Assert.Throws<ModelException>(() => folder.LoadWeights()).Error);
    }

    [Fact]
    public void Load_WeightFileCutAtEveryByteOfItsFirstFourKibibytes_IsRefused()
    {
        WriteOneStage();
        for (var length = 4096; length >= 0; length--)
        {
            using (var file = File.OpenWrite(Weights))
                file.SetLength(length);
            Assert.Contains(Weights, Refused(ModelError.FileInvalid), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_WeightFileCutInItsData_SaysHowMuchIsMissing()
    {
        WriteOneStage();
        using (var file = File.OpenWrite(Weights))
            file.SetLength(file.Length - 100);

        Assert.Contains("it ends early, 100 of", Refused(ModelError.FileInvalid), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_OneBitOfAWeightFlipped_IsAnotherHash()
    {
        WriteOneStage();
        var bytes = File.ReadAllBytes(Weights);
        bytes[^1000] ^= 1;
        File.WriteAllBytes(Weights, bytes);

        var message = Refused(ModelError.HashMismatch);

        Assert.Contains(Weights, message, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(bytes))[..12], message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_HashInCapitals_IsAccepted()
    {
        WriteOneStage();
        var path = Path.Combine(Folder, "model.json");
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Weights)));
        File.WriteAllText(path, File.ReadAllText(path).Replace(hash, hash.ToUpperInvariant(), StringComparison.Ordinal));

        Assert.Single(ModelFolder.Load(Folder).Stages);
    }

    [Fact]
    public void Load_HugeWeightFile_IsRefusedUnread()
    {
        WriteOneStage();
        using (var file = File.OpenWrite(Weights))
            file.SetLength(1L << 30);

        Assert.Contains("larger than the", Refused(ModelError.FileInvalid), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SafetensorsDataType.F32, float.NaN)]
    [InlineData(SafetensorsDataType.F32, float.NegativeInfinity)]
    [InlineData(SafetensorsDataType.F16, float.NaN)]
    [InlineData(SafetensorsDataType.F16, 1e6f)]
    [InlineData(SafetensorsDataType.BF16, float.PositiveInfinity)]
    public void Load_WeightThatIsNotFinite_NamesTheTensor(SafetensorsDataType dataType, float value)
    {
        var tensors = WriteOneStage(dataType);
        var values = tensors.Single(tensor => tensor.Name == "dc4.weight").ToSingles();
        values[^1] = value;

        Replace(tensors.With(SafetensorsTensor.FromSingles("dc4.weight", [8, 4, 4, 4], values, dataType)));

        Assert.Contains("not-a-number in dc4.weight", Refused(ModelError.FileInvalid), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_LargestFiniteWeights_AreAccepted()
    {
        var tensors = WriteOneStage(SafetensorsDataType.F16);

        Replace(tensors.With(SafetensorsTensor.FromSingles("c0.bias", [1], [-65504], SafetensorsDataType.F16)));

        Assert.Equal([-65504f], ModelFolder.Load(Folder).Stages[0]["c0.bias"].ToSingles());
    }

    [Fact]
    public void Load_NegativeVariance_NamesTheTensor()
    {
        var tensors = WriteOneStage();

        Replace(tensors.With(SafetensorsTensor.FromSingles("bnc0.running_var", [1], [-0.1f])));

        Assert.Contains("a negative variance in bnc0.running_var", Refused(ModelError.FileInvalid), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TensorOfAnotherShape_NamesBothShapes()
    {
        var tensors = WriteOneStage();

        Replace(tensors.With(SafetensorsTensor.FromSingles("c0.weight", [1, 4, 3, 3], new float[36])));

        Assert.Contains(
            "c0.weight of shape [1, 4, 3, 3] instead of [1, 9, 3, 3]", Refused(ModelError.ShapeMismatch), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TensorMissing_NamesIt()
    {
        var tensors = WriteOneStage();

        Replace([.. tensors.Where(tensor => tensor.Name != "bnd1.bias")]);

        Assert.Contains("lacks the tensor bnd1.bias", Refused(ModelError.ShapeMismatch), StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TensorTooMany_NamesIt()
    {
        var tensors = WriteOneStage();

        Replace([.. tensors, SafetensorsTensor.FromSingles("bnc0.num_batches_tracked", [], [1])]);

        Assert.Contains("holds 'bnc0.num_batches_tracked'", Refused(ModelError.ShapeMismatch), StringComparison.Ordinal);
    }

    private IReadOnlyList<SafetensorsTensor> WriteOneStage(SafetensorsDataType dataType = SafetensorsDataType.F32)
    {
        var manifest = TestModels.Faithful(stages: 1);
        var weights = TestModels.RandomWeights(manifest, dataType);
        ModelFolderWriter.Write(Folder, manifest, weights);
        return weights[0];
    }

    private IReadOnlyList<SafetensorsTensor> WriteReading()
    {
        var manifest = TestModels.Reading();
        var reading = TestModels.RandomReading(manifest);
        ModelFolderWriter.Write(Folder, manifest, TestModels.RandomWeights(manifest), reading: reading);
        return reading;
    }

    /// <summary>Writes other weights and their right hash, past the checks of <see cref="ModelFolderWriter"/>.</summary>
    private void Replace(IReadOnlyList<SafetensorsTensor> tensors)
    {
        SafetensorsWriter.Write(Weights, tensors);
        var manifest = ModelFolder.Open(Folder).Manifest;
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Weights)));
        var changed = manifest with { Stages = [manifest.Stages[0] with { Sha256 = hash }] };
        File.WriteAllBytes(Path.Combine(Folder, "model.json"), changed.ToUtf8Json());
    }

    private string Refused(ModelError error)
    {
        var exception = Assert.Throws<ModelException>(() => ModelFolder.Load(Folder));
        Assert.Equal(error, exception.Error);
        return exception.Message;
    }
}
