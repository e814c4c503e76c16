using PaintDotNet.Effects;
using PaintDotNet.Rendering;

namespace PdnColorize.PaintDotNetHost.Rendering;

/// <summary>Divides a picture for rendering.</summary>
internal static class TilePlan
{
    /// <summary>Pixels. No power of two, so that effects do not rely on one.</summary>
    public const int TileEdge = 100;

    /// <summary>Rectangles that together are the area; none overlaps another.</summary>
    public static IReadOnlyList<RectInt32> Divide(RectInt32 area, BitmapEffectRenderingSchedule schedule) => schedule switch
    {
        BitmapEffectRenderingSchedule.None => [area],
        BitmapEffectRenderingSchedule.HorizontalStrips => [.. Cut(area, area.Width, TileEdge)],
        _ => [.. Cut(area, TileEdge, TileEdge)],
    };

    private static IEnumerable<RectInt32> Cut(RectInt32 area, int width, int height)
    {
        for (int y = area.Top; y < area.Bottom; y += height)
        {
            for (int x = area.Left; x < area.Right; x += width)
                yield return RectInt32.Intersect(area, new RectInt32(x, y, width, height));
        }
    }
}
