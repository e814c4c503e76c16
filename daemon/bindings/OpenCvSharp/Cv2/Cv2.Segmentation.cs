using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// imgproc: distances, regions, floods.
public static partial class Cv2
{
    /// <summary>For each pixel the distance to the nearest zero pixel.</summary>
    /// <param name="src">CV_8UC1.</param>
    /// <param name="dst">Gets CV_32FC1, or CV_8UC1 if asked for with L1.</param>
    /// <param name="distanceType">The metric.</param>
    /// <param name="maskSize">The approximation.</param>
    /// <param name="dstType">CV_8U or, with every other value, CV_32F.</param>
    public static void DistanceTransform(
        InputArray src, OutputArray dst, DistanceTypes distanceType, DistanceTransformMasks maskSize, int dstType = MatType.CV_32S) =>
        Check(pdncv_distance_transform(src, dst, (int)distanceType, (int)maskSize, dstType));

    /// <summary>For each pixel the distance to the nearest zero pixel, and which one (CV_32SC1, from 1).</summary>
    public static void DistanceTransformWithLabels(
        InputArray src, OutputArray dst, OutputArray labels, DistanceTypes distanceType, DistanceTransformMasks maskSize,
        DistanceTransformLabelTypes labelType = DistanceTransformLabelTypes.CComp) =>
        Check(pdncv_distance_transform_labels(src, dst, labels, (int)distanceType, (int)maskSize, (int)labelType));

    public static int ConnectedComponents(
        InputArray image, OutputArray labels, PixelConnectivity connectivity = PixelConnectivity.Connectivity8) =>
        ConnectedComponents(image, labels, connectivity, MatType.CV_32S);

    /// <summary>Numbers the regions of pixels that are not zero, from 1; the rest is region 0.</summary>
    /// <param name="image">CV_8UC1.</param>
    /// <param name="labels">Gets the region of each pixel.</param>
    /// <param name="connectivity">Which pixels are neighbours.</param>
    /// <param name="ltype">CV_32S or CV_16U.</param>
    /// <returns>The number of regions, region 0 included.</returns>
    public static int ConnectedComponents(InputArray image, OutputArray labels, PixelConnectivity connectivity, MatType ltype)
    {
        Check(pdncv_connected_components(image, labels, (int)connectivity, ltype.Value, out var count));
        return count;
    }

    public static int ConnectedComponentsWithStats(
        InputArray image, OutputArray labels, OutputArray stats, OutputArray centroids,
        PixelConnectivity connectivity = PixelConnectivity.Connectivity8) =>
        ConnectedComponentsWithStats(image, labels, stats, centroids, connectivity, MatType.CV_32S);

    /// <summary>As <see cref="ConnectedComponents(InputArray, OutputArray, PixelConnectivity, MatType)"/>, with a row of figures a region.</summary>
    /// <param name="image">CV_8UC1.</param>
    /// <param name="labels">Gets the region of each pixel.</param>
    /// <param name="stats">Gets CV_32S; the columns are <see cref="ConnectedComponentsTypes"/>.</param>
    /// <param name="centroids">Gets x and y as CV_64F.</param>
    /// <param name="connectivity">Which pixels are neighbours.</param>
    /// <param name="ltype">CV_32S or CV_16U.</param>
    /// <returns>The number of regions, region 0 included.</returns>
    public static int ConnectedComponentsWithStats(
        InputArray image, OutputArray labels, OutputArray stats, OutputArray centroids, PixelConnectivity connectivity, MatType ltype)
    {
        Check(pdncv_connected_components_stats(image, labels, stats, centroids, (int)connectivity, ltype.Value, out var count));
        return count;
    }

    /// <param name="image">CV_8UC3.</param>
    /// <param name="markers">CV_32SC1 of the same size: seeds above 0, unknown pixels 0; gets a seed everywhere, -1 between two.</param>
    public static void Watershed(InputArray image, InputOutputArray markers) => Check(pdncv_watershed(image, markers));

    public static int FloodFill(InputOutputArray image, Point seedPoint, Scalar newVal) =>
        FloodFill(image, seedPoint, newVal, out _);

    public static int FloodFill(
        InputOutputArray image, Point seedPoint, Scalar newVal, out Rect rect, Scalar? loDiff = null, Scalar? upDiff = null,
        FloodFillFlags flags = FloodFillFlags.Link4) => Flood(image, null, seedPoint, newVal, out rect, loDiff, upDiff, flags);

    public static int FloodFill(InputOutputArray image, InputOutputArray mask, Point seedPoint, Scalar newVal) =>
        FloodFill(image, mask, seedPoint, newVal, out _);

    /// <param name="image">Is filled, unless the flags say "mask only".</param>
    /// <param name="mask">CV_8UC1, two pixels wider and higher than the image; not zero where the flood may not go, and gets the flood.</param>
    /// <param name="seedPoint">Where the flood starts.</param>
    /// <param name="newVal">What it writes.</param>
    /// <param name="rect">Gets the flood's bounds.</param>
    /// <param name="loDiff">How much darker a pixel may be than its neighbour.</param>
    /// <param name="upDiff">How much brighter it may be.</param>
    /// <param name="flags">The connectivity, the mask's value (bits 8 to 15) and options.</param>
    /// <returns>The number of pixels filled.</returns>
    public static int FloodFill(
        InputOutputArray image, InputOutputArray mask, Point seedPoint, Scalar newVal, out Rect rect, Scalar? loDiff = null,
        Scalar? upDiff = null, FloodFillFlags flags = FloodFillFlags.Link4)
    {
        ArgumentNullException.ThrowIfNull(mask);
        return Flood(image, mask, seedPoint, newVal, out rect, loDiff, upDiff, flags);
    }

    private static int Flood(
        InputOutputArray image, InputOutputArray? mask, Point seed, Scalar value, out Rect filled, Scalar? lower, Scalar? upper,
        FloodFillFlags flags)
    {
        ArgumentNullException.ThrowIfNull(image);
        Check(pdncv_flood_fill(
            image, Optional(mask), seed, value, out filled, lower.GetValueOrDefault(), upper.GetValueOrDefault(), (int)flags, out var area));
        return area;
    }
}
