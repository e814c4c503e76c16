using Microsoft.Extensions.Logging.Abstractions;
using PdnColorize.Colorization.Models;
using PdnColorize.Host.Engine;
using PdnColorize.Tests.Time;

namespace PdnColorize.Host.Tests.Engine;

/// <summary>Loading, keeping and exchanging models, with the bundled model's manifest and weights that nobody reads.</summary>
public sealed class ModelCacheTests : IDisposable
{
    private static readonly string Bundled = Path.Combine(AppContext.BaseDirectory, "models", "default");

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly ModelCache<Loaded> _cache;
    private bool _isBroken;
    private int _loads;

    public ModelCacheTests()
    {
        _cache = new ModelCache<Loaded>(new ModelStore([_folder[""]]), Load, maximumModels: 2, _time, NullLogger.Instance);
        // Long ago on the cache's clock: no folder is still being copied.
        _time.Advance(DateTime.UtcNow.AddDays(1) - DateTime.UnixEpoch);
    }

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Rent_Twice_LoadsOnce()
    {
        Install("one");

        using ModelCache<Loaded>.Lease first = _cache.Rent("one", "cpu");
        using ModelCache<Loaded>.Lease second = _cache.Rent("one", "cpu");

        Assert.Same(first.Networks, second.Networks);
        Assert.Equal(1, _loads);
        Assert.Equal("one", _cache.MostRecent);
    }

    [Fact]
    public void Rent_FolderChangedWhileInUse_GivesTheNewOneAndKeepsTheOldOneForItsUser()
    {
        Install("one");
        ModelCache<Loaded>.Lease job = _cache.Rent("one", "cpu");
        Loaded old = job.Networks;
        Touch("one");

        using ModelCache<Loaded>.Lease next = _cache.Rent("one", "cpu");

        Assert.NotSame(old, next.Networks);
        Assert.False(old.IsDisposed);
        job.Dispose();
        Assert.True(old.IsDisposed);
        Assert.False(next.Networks.IsDisposed);
    }

    [Fact]
    public void Refresh_FolderChanged_LoadsAheadOfTheNextJob()
    {
        Install("one");
        _cache.Rent("one", "cpu").Dispose();
        Touch("one");

        _cache.Refresh();
        Assert.Equal(2, _loads);
        _cache.Rent("one", "cpu").Dispose();
        Assert.Equal(2, _loads);
    }

    [Fact]
    public void Rent_ThirdModel_ForgetsTheOneNotUsedForLongest()
    {
        foreach (string name in (string[])["one", "two", "three"]) Install(name);
        Loaded one = Use("one");
        Loaded two = Use("two");
        Use("one");

        Use("three");

        Assert.True(two.IsDisposed);
        Assert.False(one.IsDisposed);
    }

    [Fact]
    public void Rent_ChangedAndBroken_Throws()
    {
        Install("one");
        Use("one");
        Touch("one");
        _isBroken = true;

        Assert.Throws<ModelException>(() => _cache.Rent("one", "cpu"));
    }

    [Fact]
    public void Rent_ChangedJustNowAndBroken_GoesOnWithTheOldOne()
    {
        Install("one");
        Loaded old = Use("one");
        File.SetLastWriteTimeUtc(Path.Combine(_folder["one"], "stage1.safetensors"), _time.GetUtcNow().UtcDateTime);
        _isBroken = true;

        Assert.Same(old, Use("one"));
    }

    [Fact]
    public void Rent_FolderGone_Throws()
    {
        Install("one");
        Use("one");
        Directory.Delete(_folder["one"], recursive: true);

        Assert.Equal(ModelError.NotFound, Assert.Throws<ModelException>(() => _cache.Rent("one", "cpu")).Error);
    }

    [Theory]
    [InlineData("../one")]
    [InlineData("/etc")]
    [InlineData("one/../one")]
    [InlineData("con")]
    public void Rent_NameIsAPath_IsNotFound(string name)
    {
        Install("one");

        Assert.Equal(ModelError.NotFound, Assert.Throws<ModelException>(() => _cache.Rent(name, "cpu")).Error);
    }

    [Fact]
    public void Dispose_ModelInUse_LivesUntilItsUserIsDone()
    {
        Install("one");
        ModelCache<Loaded>.Lease job = _cache.Rent("one", "cpu");
        Loaded networks = job.Networks;

        _cache.Dispose();

        Assert.False(networks.IsDisposed);
        job.Dispose();
        Assert.True(networks.IsDisposed);
    }

    private Loaded Load(ModelFolder folder, string device)
    {
        _loads++;
        return _isBroken ? throw new ModelException(ModelError.HashMismatch, "broken") : new Loaded();
    }

    private Loaded Use(string name)
    {
        using ModelCache<Loaded>.Lease lease = _cache.Rent(name, "cpu");
        return lease.Networks;
    }

    private void Install(string name)
    {
        _folder.Folder(name);
        File.Copy(Path.Combine(Bundled, "model.json"), _folder[$"{name}/model.json"]);
        File.WriteAllText(_folder[$"{name}/stage1.safetensors"], "weights");
        File.WriteAllText(_folder[$"{name}/reading.safetensors"], "weights");
    }

    private void Touch(string name) => File.AppendAllText(_folder[$"{name}/stage1.safetensors"], "!");

    private sealed class Loaded : IDisposable
    {
        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
