using PaintDotNet.Effects;
using PaintDotNet.Imaging;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Rendering;
using PdnColorize.PaintDotNetHost.Sessions;
using PdnColorize.PaintDotNetHost.Tests.Effects;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>Tiles, threads, selection, and what effects must not do to pixels.</summary>
public sealed class RenderingTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly ScriptedEffect.Script _script = ScriptedEffect.Begin();

    [Theory]
    [InlineData(BitmapEffectRenderingSchedule.None, 1)]
    [InlineData(BitmapEffectRenderingSchedule.HorizontalStrips, 3)]
    [InlineData(BitmapEffectRenderingSchedule.SquareTiles, 9)]
    public void Render_Schedule_TilesCoverEveryPixelOnce(BitmapEffectRenderingSchedule schedule, int tiles)
    {
        _script.Schedule = schedule;

        Run(new Document(250, 230), out _);

        int[] covered = new int[250 * 230];
        foreach ((RectInt32 tile, _) in _script.Tiles)
        {
            for (int y = tile.Top; y < tile.Bottom; y++)
            {
                for (int x = tile.Left; x < tile.Right; x++) covered[y * 250 + x]++;
            }
        }

        // The preview, and the rendering after OK.
        Assert.Equal(2 * tiles, _script.Tiles.Count);
        Assert.All(covered, count => Assert.Equal(2, count));
    }

    [Fact]
    public void Render_ManyTiles_SeveralThreadsAtOnce()
    {
        using CountdownEvent atOnce = new(3);
        _script.OnStep = (_, step) =>
        {
            if (step != "render" || atOnce.IsSet) return;
            atOnce.Signal();
            // Only other threads can let this one go on.
            Assert.True(atOnce.Wait(Limit));
        };
        Document document = new(400, 300);
        document.AddLayer("drawing");
        using EffectHost host = new(typeof(ScriptedEffect), new EffectHostOptions { RenderThreads = 3 });
        DialogSession dialog = host.OpenDialog(document)!;

        Assert.Equal(RenderStatus.Completed, dialog.WaitForPreview(Limit));

        dialog.Cancel();
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void Render_SingleThreaded_OneThread()
    {
        _script.Flags = BitmapEffectRenderingFlags.SingleThreaded;
        Document document = new(400, 300);
        document.AddLayer("drawing");
        using EffectHost host = new(typeof(ScriptedEffect));
        DialogSession dialog = host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);
        dialog.Cancel();

        Assert.Equal(12, _script.Tiles.Count);
        Assert.Single(_script.Tiles.Select(tile => tile.Thread).Distinct());
    }

    [Theory]
    [InlineData(BitmapEffectRenderingFlags.None, (byte)0)]
    [InlineData(BitmapEffectRenderingFlags.UninitializedOutputBuffer, (byte)0xA5)]
    public void Render_NothingWritten_LayerHoldsWhatTheBufferHeld(BitmapEffectRenderingFlags flags, byte expected)
    {
        _script.Flags = flags;
        _script.OnTile = (_, _) => { };
        Document document = new(3, 2);

        Run(document, out EffectHost host);

        Assert.All(document.ActiveLayer.Pixels, value => Assert.Equal(expected, value));
        Assert.Empty(host.Failures);
    }

    [Fact]
    public void Render_SelectedRectangle_OnlyItChanges()
    {
        Document document = new(6, 5) { Selection = Selection.OfRectangle(new RectInt32(2, 1, 100, 2)) };

        Run(document, out _);

        for (int i = 0; i < 30; i++)
        {
            bool isInside = new RectInt32(2, 1, 4, 2).Contains(i % 6, i / 6);
            byte[] expected = isInside ? [10, 10, 10, 255] : [0, 0, 0, 0];
            Assert.Equal(expected, document.ActiveLayer.Pixels[(i * 4)..(i * 4 + 4)]);
        }

        Assert.All(_script.Tiles, tile => Assert.Equal(new RectInt32(2, 1, 4, 2), tile.Bounds));
    }

    [Fact]
    public void Render_SoftSelection_MixesOldAndNewByTheirAlpha()
    {
        // Half selected: an opaque 200 and the effect's opaque 10; a transparent old pixel lends no colour.
        byte[] pixels = [200, 200, 200, 255, 77, 77, 77, 0, 200, 200, 200, 255];
        Document document = new(3, 1) { Selection = Selection.OfMask([128, 128, 0]) };
        document.AddLayer("drawing", pixels);

        Run(document, out _);

        // (200 x 127 + 10 x 128) / 255 = 104.6; alpha 255 x 128 / 255 = 128.
        Assert.Equal([105, 105, 105, 255, 10, 10, 10, 128, 200, 200, 200, 255], document.ActiveLayer.Pixels);
    }

    [Fact]
    public void Render_SelectionClippingDisabled_WholeBoundsChange()
    {
        _script.Flags = BitmapEffectRenderingFlags.DisableSelectionClipping;
        Document document = new(3, 1) { Selection = Selection.OfMask([255, 0, 255]) };

        Run(document, out _);

        Assert.Equal([10, 10, 10], document.ActiveLayer.Pixels.Where((_, i) => i % 4 == 0));
    }

    [Fact]
    public void Selection_Mask_TellsItsRectanglesAndItsBounds()
    {
        Document document = new(4, 3) { Selection = Selection.OfMask([0, 0, 0, 0, 0, 9, 0, 255, 0, 1, 1, 0]) };
        document.AddLayer("drawing");
        RectInt32 bounds = default;
        RectInt32[] scans = [];
        byte[] mask = [];
        _script.OnStep = (effect, step) =>
        {
            if (step != "properties") return;
            bounds = effect.TheEnvironment.Selection.RenderBounds;
            scans = [.. effect.TheEnvironment.Selection.RenderScans];
            mask = ReadMask(effect.TheEnvironment.Selection);
        };
        using EffectHost host = new(typeof(ScriptedEffect));

        host.OpenDialog(document)!.Cancel();

        Assert.Equal(new RectInt32(1, 1, 3, 2), bounds);
        Assert.Equal([new RectInt32(1, 1, 1, 1), new RectInt32(3, 1, 1, 1), new RectInt32(1, 2, 2, 1)], scans);
        Assert.Equal([0, 0, 0, 0, 0, 9, 0, 255, 0, 1, 1, 0], mask);
        Assert.Empty(host.Failures);
    }

    [Fact]
    public unsafe void Render_WritesBesideTheRow_IsRecordedAndTheLayerStays()
    {
        _script.OnTile = (_, output) =>
        {
            using IBitmapLock<ColorBgra32> pixels = output.LockBgra32();
            pixels.Buffer[output.Bounds.Width] = ColorBgra32.FromBgra(1, 2, 3, 4);
        };
        Document document = new(3, 2);

        Run(document, out EffectHost host);

        Assert.Contains("outside of the tile", Assert.Single(host.Failures).Exception.Message, StringComparison.Ordinal);
        Assert.All(document.ActiveLayer.Pixels, value => Assert.Equal(0, value));
    }

    [Fact]
    public unsafe void SetToken_WritesToALayerItMayOnlyRead_IsRecordedAndTheLayerStays()
    {
        _script.OnStep = (effect, step) =>
        {
            if (!step.StartsWith("token", StringComparison.Ordinal)) return;
            using IEffectInputBitmap<ColorBgra32> bitmap = effect.TheEnvironment.GetSourceBitmapBgra32();
            using IBitmapLock<ColorBgra32> pixels = bitmap.Lock(new RectInt32(0, 0, 2, 2));
            pixels.Buffer[0] = ColorBgra32.FromBgra(9, 9, 9, 9);
        };
        Document document = new(3, 2);
        document.AddLayer("drawing");
        using EffectHost host = new(typeof(ScriptedEffect));

        DialogSession dialog = host.OpenDialog(document)!;
        dialog.WaitForPreview(Limit);
        dialog.Cancel();

        Assert.Contains("'drawing'", Assert.Single(host.Failures).Exception.Message, StringComparison.Ordinal);
        Assert.All(document.ActiveLayer.Pixels, value => Assert.Equal(0, value));
    }

    [Fact]
    public void SetToken_LocksLeftOpen_AreRecorded()
    {
        _script.OnStep = (effect, step) =>
        {
            if (step == "properties") effect.TheEnvironment.GetSourceBitmapBgra32().Lock(new RectInt32(0, 0, 1, 1));
        };
        Document document = new(3, 2);
        document.AddLayer("drawing");
        using EffectHost host = new(typeof(ScriptedEffect));

        host.OpenDialog(document)!.Cancel();

        Assert.Equal(["locks", "bitmaps"], host.Failures.Select(failure => failure.Phase));
    }

    [Theory]
    [InlineData(-1, 0, 2, 2)]
    [InlineData(2, 0, 2, 2)]
    [InlineData(0, 0, 0, 1)]
    public void Lock_OutsideOfTheLayer_IsRefused(int x, int y, int width, int height)
    {
        Exception? refused = null;
        _script.OnStep = (effect, step) =>
        {
            if (step != "properties") return;
            using IEffectInputBitmap<ColorBgra32> bitmap = effect.TheEnvironment.GetSourceBitmapBgra32();
            refused = Record.Exception(() => bitmap.Lock(new RectInt32(x, y, width, height)));
        };
        Document document = new(3, 2);
        document.AddLayer("drawing");
        using EffectHost host = new(typeof(ScriptedEffect));

        host.OpenDialog(document)!.Cancel();

        Assert.IsType<ArgumentException>(refused);
    }

    [Fact]
    public void Environment_AfterTheEffectWasDisposed_IsGone()
    {
        IBitmapEffectEnvironment? kept = null;
        _script.OnStep = (effect, step) => kept ??= step == "properties" ? effect.TheEnvironment : null;
        Document document = new(3, 2);
        document.AddLayer("drawing");
        using EffectHost host = new(typeof(ScriptedEffect));

        host.OpenDialog(document)!.Cancel();

        Assert.Throws<ObjectDisposedException>(() => kept!.Document);
    }

    private static unsafe byte[] ReadMask(IBitmapEffectSelectionInfo selection)
    {
        using IEffectInputBitmap<ColorAlpha8> bitmap = selection.MaskBitmap;
        using IBitmapLock<ColorAlpha8> pixels = bitmap.Lock(new RectInt32(0, 0, bitmap.Size));
        List<byte> bytes = [];
        for (int y = 0; y < pixels.Size.Height; y++)
        {
            for (int x = 0; x < pixels.Size.Width; x++) bytes.Add(((byte*)pixels.Buffer)[y * pixels.BufferStride + x]);
        }

        return [.. bytes];
    }

    /// <summary>Preview and OK with Value 10.</summary>
    private static void Run(Document document, out EffectHost host)
    {
        if (document.Layers.Count == 0) document.AddLayer("drawing");
        host = new EffectHost(typeof(ScriptedEffect));
        using (host)
        {
            DialogSession dialog = host.OpenDialog(document)!;
            dialog.WaitForPreview(Limit);
            dialog.Ok(Limit);
        }
    }
}
