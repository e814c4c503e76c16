namespace PaintDotNet.Effects;

/// <summary>How the picture is divided for rendering.</summary>
public enum BitmapEffectRenderingSchedule : long
{
    None = 0,
    HorizontalStrips = 1,
    SquareTiles = 2,
}
