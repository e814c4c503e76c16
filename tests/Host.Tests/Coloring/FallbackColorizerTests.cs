using PdnColorize.Colorization;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Host.Coloring;
using PdnColorize.Protocol.Errors;

namespace PdnColorize.Host.Tests.Coloring;

/// <summary>When the command line colours without the daemon.</summary>
public sealed class FallbackColorizerTests : IDisposable
{
    private readonly Fake _daemon = new("daemon");
    private readonly Fake _local = new("local");
    private readonly StringWriter _note = new();
    private int _localLoads;

    public void Dispose()
    {
        _daemon.Dispose();
        _local.Dispose();
        _note.Dispose();
    }

    [Fact]
    public void Colorize_DaemonWorks_LoadsNothingHere()
    {
        Assert.Equal(["daemon", "daemon"], Run(2));
        Assert.Equal((0, ""), (_localLoads, _note.ToString()));
    }

    [Theory]
    [InlineData(DaemonErrorCode.DaemonNotFound)]
    [InlineData(DaemonErrorCode.DaemonStartTimeout)]
    [InlineData(DaemonErrorCode.ForeignDaemon)]
    [InlineData(DaemonErrorCode.ConnectionLost)]
    public void Colorize_NoDaemon_SaysSoOnceAndColoursHere(DaemonErrorCode code)
    {
        _daemon.Error = new DaemonException(code);

        Assert.Equal(["local", "local"], Run(2));
        Assert.Equal(1, _localLoads);
        Assert.Single(_note.ToString().Trim().Split('\n'));
        Assert.Contains("without the daemon", _note.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DaemonErrorCode.NoLineArt)]
    [InlineData(DaemonErrorCode.ModelDamaged)]
    [InlineData(DaemonErrorCode.OutOfMemory)]
    public void Colorize_PictureOrModelIsToBlame_Throws(DaemonErrorCode code)
    {
        _daemon.Error = new DaemonException(code);

        Assert.Throws<DaemonException>(() => Run(1));
        Assert.Equal(0, _localLoads);
    }

    private List<string> Run(int times)
    {
        using FallbackColorizer colorizer = new(_daemon, () => { _localLoads++; return _local; }, _note);
        return [.. Enumerable.Range(0, times).Select(_ => colorizer.Colorize(new Picture(1, 1), null, ColorizationOptions.Default, null, default).Device)];
    }

    private sealed class Fake(string name) : IPictureColorizer
    {
        public Exception? Error { get; set; }

        public ColoredPicture Colorize(
            Picture drawing, Picture? hints, ColorizationOptions options, IProgress<ColorizationStep>? progress, CancellationToken cancellationToken) =>
            Error is null ? new ColoredPicture(new ColorizationResult(drawing, [], 1, 1, 0), "m", name) : throw Error;

        public void Dispose()
        {
        }
    }
}
