using System.Security.Cryptography;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Models;

public sealed class ModelFolderWriterTests : IDisposable
{
    private static readonly ModelManifest Manifest = TestModels.Faithful(stages: 1);

    private readonly string _root = Directory.CreateTempSubdirectory("models-").FullName;

    private string Folder => Path.Combine(_root, "model");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Write_NewFolder_HoldsTheFilesWithTheirHashesAndNothingElse()
    {
        var written = ModelFolderWriter.Write(
            Folder, Manifest, TestModels.RandomWeights(Manifest), new Dictionary<string, string> { ["README.md"] = "# Größe\n" });

        Assert.Equal([Folder], Directory.GetFileSystemEntries(_root));
        Assert.Equal(
            ["README.md", "model.json", "stage1.safetensors"],
            Directory.GetFileSystemEntries(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "stage1.safetensors")));
        Assert.Equal(Convert.ToHexStringLower(hash), written.Stages[0].Sha256);
        Assert.Equivalent(written, ModelFolder.Open(Folder).Manifest, strict: true);
        Assert.Equal("# Größe\n", File.ReadAllText(Path.Combine(Folder, "README.md")));
    }

    [Fact]
    public void Write_SameModelTwice_GivesTheSameBytes()
    {
        var other = Path.Combine(_root, "other");
        ModelFolderWriter.Write(Folder, Manifest, TestModels.RandomWeights(Manifest));
        ModelFolderWriter.Write(other, Manifest, TestModels.RandomWeights(Manifest));

        foreach (var name in (string[])["model.json", "stage1.safetensors"])
            Assert.Equal(File.ReadAllBytes(Path.Combine(Folder, name)), File.ReadAllBytes(Path.Combine(other, name)));
    }

    [Fact]
    public void Write_ModelWithReading_WritesItsFileWithItsHash()
    {
        var manifest = TestModels.Reading();

        var written = ModelFolderWriter.Write(Folder, manifest, TestModels.RandomWeights(manifest), reading: TestModels.RandomReading(manifest));

        var hash = SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "reading.safetensors")));
        Assert.Equal(Convert.ToHexStringLower(hash), written.Reading!.Sha256);
        Assert.Equivalent(written, ModelFolder.Open(Folder).Manifest, strict: true);
    }

    [Fact]
    public void Write_ReadingAndItsWeightsNotBothThere_WritesNothing()
    {
        var reading = TestModels.Reading();

        Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, reading, TestModels.RandomWeights(reading)));
        Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, Manifest, TestModels.RandomWeights(Manifest), reading: TestModels.RandomReading(reading)));
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void Write_WeightsThatDoNotFit_WritesNothing()
    {
        var weights = TestModels.RandomWeights(Manifest)[0].Skip(1).ToList();

        var exception = Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, Manifest, [weights]));

        Assert.Equal(ModelError.ShapeMismatch, exception.Error);
        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void Write_TensorTwice_IsRefusedWithItsName()
    {
        var weights = TestModels.RandomWeights(Manifest)[0].ToList();
        weights.Add(weights[0]);

        var exception = Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, Manifest, [weights]));

        Assert.Contains("'c0.weight' twice", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_InvalidManifest_WritesNothing()
    {
        var unlicensed = Manifest with { Licence = "a sentence, not a licence" };

        Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, unlicensed, TestModels.RandomWeights(Manifest)));
        Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, Manifest, []));
        // What the reader refuses, and no rule of the manifest's values knows of.
        Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, Manifest with { DisplayName = new string('x', 201) }, TestModels.RandomWeights(Manifest)));
        Assert.Throws<ModelException>(() => ModelFolderWriter.Write(Folder, Manifest with { Description = "a\tb" }, TestModels.RandomWeights(Manifest)));

        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Theory]
    [InlineData("../README.md")]
    [InlineData("model.json")]
    [InlineData("run.exe")]
    public void Write_DocumentThatIsNone_IsRefused(string name)
    {
        var documents = new Dictionary<string, string> { [name] = "text" };

        Assert.Throws<ArgumentException>(
            () => ModelFolderWriter.Write(Folder, Manifest, TestModels.RandomWeights(Manifest), documents));
    }

    [Fact]
    public void Write_ExistingModel_IsReplacedOnlyWhenAsked()
    {
        ModelFolderWriter.Write(Folder, Manifest, TestModels.RandomWeights(Manifest));
        var changed = Manifest with { DisplayName = "Second" };

        Assert.Throws<IOException>(() => ModelFolderWriter.Write(Folder, changed, TestModels.RandomWeights(changed)));
        Assert.Equal(Manifest.DisplayName, ModelFolder.Open(Folder).Manifest.DisplayName);

        ModelFolderWriter.Write(Folder, changed, TestModels.RandomWeights(changed), replace: true);
        Assert.Equal("Second", ModelFolder.Load(Folder).Manifest.DisplayName);
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_root));
    }

    [Theory]
    [InlineData("model.json", "holiday.jpg")]
    [InlineData("README.md", "stage1.safetensors")]
    public void Write_OverAFolderThatIsMoreOrLessThanAModel_NeverReplacesIt(string first, string second)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, first), "{}");
        File.WriteAllText(Path.Combine(Folder, second), "precious");

        Assert.Throws<IOException>(() => ModelFolderWriter.Write(Folder, Manifest, TestModels.RandomWeights(Manifest), replace: true));

        Assert.Equal("precious", File.ReadAllText(Path.Combine(Folder, second)));
        Assert.Equal([Folder], Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void Write_ParentMissing_ThrowsAndMakesNoFolders()
    {
        var folder = Path.Combine(_root, "absent", "model");

        Assert.ThrowsAny<IOException>(() => ModelFolderWriter.Write(folder, Manifest, TestModels.RandomWeights(Manifest)));

        Assert.Empty(Directory.GetFileSystemEntries(_root));
    }

    [Fact]
    public void Write_HalfPrecision_KeepsTheDataType()
    {
        ModelFolderWriter.Write(Folder, Manifest, TestModels.RandomWeights(Manifest, SafetensorsDataType.F16));

        Assert.All(ModelFolder.Load(Folder).Stages[0].Tensors, tensor => Assert.Equal(SafetensorsDataType.F16, tensor.DataType));
    }
}
