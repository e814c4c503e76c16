using System.Drawing;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>An effect that fills bitmaps. The order of calls: OnInitializeRenderInfo once, OnSetToken alone, then OnRender on many threads at once.</summary>
public abstract class BitmapEffect : EffectBase
{
    private IBitmapEffectEnvironment? _environment;

    protected BitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : this(name, submenuName, options)
    {
    }

    protected BitmapEffect(string name, Image image, string? submenuName, BitmapEffectOptions options)
        : this(name, submenuName, options) => Image = image;

    protected BitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(options);
        Name = name;
        SubmenuName = submenuName;
        Options = options;
        options.Freeze();
    }

    internal string Name { get; }

    internal string? SubmenuName { get; }

    internal Image? Image { get; }

    internal BitmapEffectOptions Options { get; }

    /// <exception cref="InvalidOperationException">Asked for in the constructor.</exception>
    protected IBitmapEffectEnvironment Environment => _environment ?? throw TooEarly(nameof(Environment));

    internal void Attach(IServiceProvider services, IBitmapEffectEnvironment environment)
    {
        Attach(services);
        _environment = environment;
    }

    internal void InitializeRenderInfo(IBitmapEffectRenderInfo renderInfo) => OnInitializeRenderInfo(renderInfo);

    internal void SetToken(EffectConfigToken? token)
    {
        KeepToken(token);
        OnSetToken(token);
    }

    internal void Render(IBitmapEffectOutput output) => OnRender(output);

    protected override void OnDispose(bool disposing) => base.OnDispose(disposing);

    protected virtual void OnInitializeRenderInfo(IBitmapEffectRenderInfo renderInfo)
    {
    }

    protected abstract void OnRender(IBitmapEffectOutput output);

    protected virtual void OnSetToken(EffectConfigToken? newToken)
    {
    }
}
