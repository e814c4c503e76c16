using System.Drawing;
using PaintDotNet.Imaging;

namespace PaintDotNet.Effects;

/// <summary>An effect that fills bitmaps, with settings of one type.</summary>
public abstract class BitmapEffect<TToken> : BitmapEffect
    where TToken : EffectConfigToken
{
    protected BitmapEffect(string name, IBitmapSource image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    protected BitmapEffect(string name, Image image, string? submenuName, BitmapEffectOptions options)
        : base(name, image, submenuName, options)
    {
    }

    protected BitmapEffect(string name, string? submenuName, BitmapEffectOptions options)
        : base(name, submenuName, options)
    {
    }

    protected new TToken Token => (TToken)base.Token;

    protected override sealed void OnSetToken(EffectConfigToken? newToken) => OnSetToken((TToken?)newToken);

    protected virtual void OnSetToken(TToken? newToken)
    {
    }
}
