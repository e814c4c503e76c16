using PdnColorize.Effect.Dialog;

namespace PdnColorize.Effect.Tests.Dialog;

public sealed class InstalledModelsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("models");

    [Fact]
    public void List_FoldersWithAManifest_AreModelsWithTheDefaultFirst()
    {
        Add("user", "zebra", """{"displayName": "Zebra, 16 channels"}""");
        Add("bundled", "default", """{"displayName": "Standard model"}""");
        Add("bundled", "apple", "{}");
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "bundled", "empty"));

        Assert.Equal(
            [new("default", "Standard model"), new("apple", "apple"), new("zebra", "Zebra, 16 channels")],
            InstalledModels.List([Path.Combine(_folder.FullName, "user"), Path.Combine(_folder.FullName, "bundled")]));
    }

    [Fact]
    public void List_TwoOfOneName_TakesTheUsersOwn()
    {
        Add("user", "default", """{"displayName": "Mine"}""");
        Add("bundled", "default", """{"displayName": "Bundled"}""");

        Assert.Equal([new("default", "Mine")], InstalledModels.List([Path.Combine(_folder.FullName, "user"), Path.Combine(_folder.FullName, "bundled")]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no JSON")]
    [InlineData("[]")]
    [InlineData("""{"displayName": 7}""")]
    [InlineData("""{"displayName": " "}""")]
    [InlineData("""{"displayName": "\ud83d"}""")]
    public void List_ManifestThatMakesNoSense_ShowsTheFoldersName(string manifest)
    {
        Add("user", "broken", manifest);

        Assert.Contains(new("broken", "broken"), InstalledModels.List([Path.Combine(_folder.FullName, "user")]));
    }

    [Fact]
    public void List_NothingThere_StillHasTheDefault() =>
        Assert.Equal("default", Assert.Single(InstalledModels.List([Path.Combine(_folder.FullName, "nowhere")])).Name);

    [Fact]
    public void List_FolderWhoseNameTheDaemonRefuses_IsLeftOut()
    {
        Add("user", "with space", "{}");

        Assert.Single(InstalledModels.List([Path.Combine(_folder.FullName, "user")]));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Add(string root, string name, string manifest)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_folder.FullName, root, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "model.json"), manifest);
    }
}
