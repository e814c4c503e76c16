using PdnColorize.Colorization.Models;

namespace PdnColorize.Colorization.Tests.Models;

public sealed class ModelStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("models-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Find_NameInBothRoots_PrefersTheFirst()
    {
        var mine = Write("user", "default");
        Write("bundled", "default");

        Assert.Equal(mine, Store("user", "bundled").Find("default"));
    }

    [Fact]
    public void Find_NameInALaterRoot_IsFoundAndMissingRootsDoNotMatter()
    {
        var bundled = Write("bundled", "default");

        Assert.Equal(bundled, Store("absent", "bundled").Find("default"));
    }

    [Fact]
    public void Find_UnknownName_ListsWhatThereIs()
    {
        Write("bundled", "default");
        Write("bundled", "anime");

        var exception = Assert.Throws<ModelException>(() => Store("bundled").Find("anima"));

        Assert.Equal(ModelError.NotFound, exception.Error);
        Assert.Contains("There is no model 'anima'. There are anime, default in", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../secret")]
    [InlineData("..")]
    [InlineData("default/")]
    [InlineData("")]
    public void Find_PathInsteadOfAName_IsRefusedThoughItExists(string name)
    {
        Write(".", "secret");
        Write("bundled", "default");

        var exception = Assert.Throws<ModelException>(() => Store("bundled").Find(name));

        Assert.Contains("is not a model's name", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_NameOrFolder_OpensEither()
    {
        var folder = Write("bundled", "default");
        var store = Store("bundled");

        Assert.Equal(folder, store.Open("default").FullPath);
        Assert.Equal(folder, store.Open(folder).FullPath);
        Assert.Equal(folder, store.Open(Path.Combine(_root, "bundled", ".", "x", "..", "default")).FullPath);
    }

    [Fact]
    public void List_GoodBadAndForeignFolders_ListsTheModelsWithTheirProblems()
    {
        Write("bundled", "good");
        File.WriteAllText(Path.Combine(Write("bundled", "broken"), "model.json"), "{");
        Directory.CreateDirectory(Path.Combine(_root, "bundled", "no model"));
        Directory.CreateDirectory(Path.Combine(_root, "bundled", "empty"));
        Write("bundled", ".hidden.0123.tmp");

        var listings = Store("bundled").List();

        Assert.Equal(["broken", "good"], listings.Select(listing => listing.Name));
        Assert.Equal(ModelError.ManifestInvalid, listings[0].Problem!.Error);
        Assert.Null(listings[0].Manifest);
        Assert.Equal("test-faithful", listings[1].Manifest!.Name);
        Assert.Null(listings[1].Problem);
    }

    [Fact]
    public void List_NoRoots_IsEmpty() => Assert.Empty(Store("absent").List());

    private ModelStore Store(params string[] roots) => new(roots.Select(root => Path.Combine(_root, root)));

    private string Write(string root, string name)
    {
        Directory.CreateDirectory(Path.Combine(_root, root));
        var manifest = TestModels.Faithful(stages: 1);
        var folder = Path.Combine(_root, root, name);
        ModelFolderWriter.Write(folder, manifest, TestModels.RandomWeights(manifest));
        return folder;
    }
}
