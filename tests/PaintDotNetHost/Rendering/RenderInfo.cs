using PaintDotNet.Effects;
using PaintDotNet.Imaging;

namespace PdnColorize.PaintDotNetHost.Rendering;

/// <summary>How an effect renders: it says so once, before anything else.</summary>
internal sealed class RenderInfo : IBitmapEffectRenderInfo
{
    private bool _frozen;
    private BitmapEffectRenderingFlags _flags;
    private PixelFormat _outputPixelFormat = PixelFormats.Bgra32;
    private BitmapEffectRenderingSchedule _schedule = BitmapEffectRenderingSchedule.SquareTiles;

    public BitmapEffectRenderingFlags Flags
    {
        get => _flags;
        set => Set(ref _flags, value);
    }

    public PixelFormat OutputPixelFormat
    {
        get => _outputPixelFormat;
        set => Set(ref _outputPixelFormat, value);
    }

    public BitmapEffectRenderingSchedule Schedule
    {
        get => _schedule;
        set => Set(ref _schedule, value);
    }

    public bool Has(BitmapEffectRenderingFlags flag) => (_flags & flag) != 0;

    /// <exception cref="NotSupportedException">The effect wants a format that the host does not have.</exception>
    public void Freeze()
    {
        _frozen = true;
        if (_outputPixelFormat != PixelFormats.Bgra32) throw new NotSupportedException($"The test host renders Bgra32 alone, not {_outputPixelFormat.GetName()}.");
    }

    private void Set<T>(ref T field, T value)
    {
        if (_frozen) throw new InvalidOperationException("It is too late to say how the effect renders: that belongs into OnInitializeRenderInfo.");
        field = value;
    }
}
