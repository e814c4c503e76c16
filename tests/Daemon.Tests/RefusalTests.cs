using PdnColorize.DaemonTests.Support;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.DaemonTests;

/// <summary>Requests that lie: refused before anything is read, written or queued.</summary>
public sealed class RefusalTests : IAsyncLifetime, IDisposable
{
    /// <summary>Exactly one page of memory: on Windows, a mapping has whole pages.</summary>
    private readonly SharedPictures _pictures = new(32, 32);

    private RunningDaemon _daemon = null!;
    private Caller _caller = null!;

    public async Task InitializeAsync()
    {
        _daemon = await RunningDaemon.StartAsync();
        _caller = await _daemon.CallAsync();
    }

    public async Task DisposeAsync()
    {
        _caller.Dispose();
        await _daemon.DisposeAsync();
    }

    public void Dispose() => _pictures.Dispose();

    [Theory]
    [InlineData(int.MaxValue, 8, int.MaxValue, DaemonErrorCode.PictureTooLarge)]
    [InlineData(16, int.MaxValue, 64, DaemonErrorCode.PictureTooLarge)]
    [InlineData(16384, 16384, 65536, DaemonErrorCode.PictureTooLarge)]
    [InlineData(32, 33, 128, DaemonErrorCode.PixelsUnavailable)]
    [InlineData(33, 32, 132, DaemonErrorCode.PixelsUnavailable)]
    [InlineData(32, 32, 129, DaemonErrorCode.PixelsUnavailable)]
    [InlineData(0, 8, 64, DaemonErrorCode.InvalidRequest)]
    [InlineData(-1, 8, 64, DaemonErrorCode.InvalidRequest)]
    [InlineData(16, int.MinValue, 64, DaemonErrorCode.InvalidRequest)]
    [InlineData(16, 8, 63, DaemonErrorCode.InvalidRequest)]
    [InlineData(16, 8, -64, DaemonErrorCode.InvalidRequest)]
    [InlineData(16, 8, int.MaxValue, DaemonErrorCode.InvalidRequest)]
    public async Task Colorize_SizeLies_IsRefused(int width, int height, int stride, DaemonErrorCode expected)
    {
        PictureBuffer drawing = _pictures.Request.LineArt with { Width = width, Height = height, Stride = stride };
        PictureBuffer result = _pictures.Request.Result with { Width = width, Height = height, Stride = stride };

        await RefusedAsync(_pictures.Request with { LineArt = drawing, Result = result }, expected);
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("0123456789abcdef0123456789ABCDEF")]
    [InlineData("")]
    public async Task Colorize_MemoryNameIsNone_IsRefused(string name) =>
        await RefusedAsync(_pictures.Request with { LineArt = _pictures.Request.LineArt with { Name = name } }, DaemonErrorCode.InvalidRequest);

    [Fact]
    public async Task Colorize_NobodysMemory_IsRefused() =>
        await RefusedAsync(
            _pictures.Request with { LineArt = _pictures.Request.LineArt with { Name = new string('a', PixelMemory.NameLength) } }, DaemonErrorCode.PixelsUnavailable);

    [Fact]
    public async Task Colorize_ResultOverTheDrawing_IsRefused() =>
        await RefusedAsync(_pictures.Request with { Result = _pictures.Request.LineArt }, DaemonErrorCode.InvalidRequest);

    [Fact]
    public async Task Colorize_HintsOfAnotherSize_IsRefused() =>
        await RefusedAsync(_pictures.Request with { Hints = _pictures.Request.LineArt with { Height = 7 } }, DaemonErrorCode.BadHints);

    [Theory]
    [InlineData("../default")]
    [InlineData("/etc")]
    [InlineData("..")]
    [InlineData("C:\\models\\x")]
    [InlineData("nul")]
    [InlineData("a\u001b[31m")]
    public async Task Colorize_ModelNameIsAPath_IsNotFound(string model) => await RefusedAsync(_pictures.With(model), DaemonErrorCode.ModelNotFound);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e9)]
    public async Task Colorize_LineWidthOutOfRange_IsRefused(double width) =>
        await RefusedAsync(_pictures.Request with { Settings = new ColorizeSettings { LineWidth = width } }, DaemonErrorCode.InvalidRequest);

    [Fact]
    public async Task Colorize_SeedBelowZero_IsRefused() =>
        await RefusedAsync(_pictures.Request with { Settings = new ColorizeSettings { Seed = -1 } }, DaemonErrorCode.InvalidRequest);

    [Fact]
    public async Task Colorize_EndlessNames_AreRefused() =>
        await RefusedAsync(_pictures.Request with { DocumentId = new string('x', 1000) }, DaemonErrorCode.InvalidRequest);

    private async Task RefusedAsync(ColorizeRequest request, DaemonErrorCode expected)
    {
        bool ran = false;
        _daemon.Engine.OnJob = (_, _) => ran = true;

        Assert.Equal(expected, await Caller.RefusalAsync(_caller.ColorizeAsync(request)));

        Assert.False(ran);
        Assert.True(_pictures.IsUntouched);
        await _caller.ColorizeAsync(_pictures.Request);
    }
}
