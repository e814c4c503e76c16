using PaintDotNet.Rendering;

namespace PaintDotNet;

/// <summary>Views of regions.</summary>
public static class RegionPtrExtensions
{
    public static RegionPtrOffsetView<T> OffsetView<T>(this RegionPtr<T> region, Point2Int32 offset)
        where T : unmanaged => new(region, offset);

    public static RegionPtrOffsetView<T> OffsetView<T>(this RegionPtr<T> region, int offsetX, int offsetY)
        where T : unmanaged => new(region, new Point2Int32(offsetX, offsetY));
}
