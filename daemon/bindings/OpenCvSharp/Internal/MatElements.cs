namespace OpenCvSharp.Internal;

/// <summary>Which managed types stand for the pixels of which Mats.</summary>
internal static class MatElements
{
    // Bytes of one channel by depth, CV_8U to CV_16F.
    private static readonly int[] DepthSizes = [1, 1, 2, 2, 4, 4, 8, 2];

    private static readonly Dictionary<Type, MatType[]> Accepted = new()
    {
        [typeof(byte)] = [MatType.CV_8UC1, MatType.CV_8SC1],
        [typeof(sbyte)] = [MatType.CV_8UC1, MatType.CV_8SC1],
        [typeof(ushort)] = [MatType.CV_16UC1, MatType.CV_16SC1],
        [typeof(short)] = [MatType.CV_16UC1, MatType.CV_16SC1],
        [typeof(int)] = [MatType.CV_32SC1],
        [typeof(float)] = [MatType.CV_32FC1],
        [typeof(double)] = [MatType.CV_64FC1],
        [typeof(Vec2b)] = [MatType.CV_8UC2],
        [typeof(Vec3b)] = [MatType.CV_8UC3],
        [typeof(Vec4b)] = [MatType.CV_8UC4],
        [typeof(Vec2w)] = [MatType.CV_16UC2],
        [typeof(Vec3w)] = [MatType.CV_16UC3],
        [typeof(Vec4w)] = [MatType.CV_16UC4],
        [typeof(Vec2s)] = [MatType.CV_16SC2],
        [typeof(Vec3s)] = [MatType.CV_16SC3],
        [typeof(Vec4s)] = [MatType.CV_16SC4],
        [typeof(Vec2i)] = [MatType.CV_32SC2],
        [typeof(Vec3i)] = [MatType.CV_32SC3],
        [typeof(Vec4i)] = [MatType.CV_32SC4],
        [typeof(Vec2f)] = [MatType.CV_32FC2],
        [typeof(Vec3f)] = [MatType.CV_32FC3],
        [typeof(Vec4f)] = [MatType.CV_32FC4],
        [typeof(Vec2d)] = [MatType.CV_64FC2],
        [typeof(Vec3d)] = [MatType.CV_64FC3],
        [typeof(Vec4d)] = [MatType.CV_64FC4],
        [typeof(Point)] = [MatType.CV_32SC2],
        [typeof(Point2f)] = [MatType.CV_32FC2],
        [typeof(Point2d)] = [MatType.CV_64FC2],
        [typeof(Size)] = [MatType.CV_32SC2],
        [typeof(Rect)] = [MatType.CV_32SC4],
    };

    /// <summary>Bytes of a pixel.</summary>
    internal static int SizeOf(MatType type) => DepthSizes[type.Depth] * type.Channels;

    /// <exception cref="ArgumentException">No Mat has elements of type <typeparamref name="T"/>.</exception>
    /// <exception cref="OpenCvSharpException">A Mat of type <paramref name="type"/> has others.</exception>
    internal static void Require<T>(MatType type)
        where T : unmanaged
    {
        if (!Accepted.TryGetValue(typeof(T), out var accepted))
            throw new ArgumentException($"{typeof(T)} is no type of pixels. A whole pixel is wanted, for instance Vec3b for CV_8UC3.");
        if (!accepted.Contains(type))
            throw new OpenCvSharpException($"A Mat of type {type} has no elements of type {typeof(T).Name}.");
    }
}
