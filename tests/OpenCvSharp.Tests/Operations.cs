namespace OpenCvSharp.Tests;

/// <summary>The operations of make_fixtures.py, by the same names. Each fills its second argument.</summary>
internal static class Operations
{
    private static readonly Scalar Thin = Scalar.All(6);

    public static IReadOnlyDictionary<string, Action<Inputs, Mat>> All { get; } = new Dictionary<string, Action<Inputs, Mat>>
    {
        ["resize area"] = (i, o) => Cv2.Resize(i.Bgr, o, new Size(13, 11), interpolation: InterpolationFlags.Area),
        ["resize linear"] = (i, o) => Cv2.Resize(i.Bgr, o, new Size(50, 40)),
        ["resize cubic"] = (i, o) => Cv2.Resize(i.Real, o, new Size(31, 37), 0, 0, InterpolationFlags.Cubic),
        ["resize nearest"] = (i, o) => Cv2.Resize(i.Gray, o, new Size(20, 50), interpolation: InterpolationFlags.Nearest),
        ["resize factor"] = (i, o) => Cv2.Resize(i.Bgr, o, default, 0.5, 1.5),
        ["warp affine"] = (i, o) => Rotated((m) =>
            Cv2.WarpAffine(i.Bgr, o, m, new Size(30, 25), InterpolationFlags.Linear, BorderTypes.Replicate)),
        ["rotation matrix"] = (_, o) => Rotated(m => m.CopyTo(o)),
        ["gaussian blur"] = (i, o) => Cv2.GaussianBlur(i.Bgr, o, new Size(5, 5), 1.3),
        ["gaussian blur from sigma"] = (i, o) => Cv2.GaussianBlur(i.Real, o, default, 2, 1),
        ["median blur"] = (i, o) => Cv2.MedianBlur(i.Bgr, o, 5),
        ["blur"] = (i, o) => Cv2.Blur(i.Bgr, o, new Size(4, 3)),
        ["box filter sums"] = (i, o) =>
            Cv2.BoxFilter(i.Gray, o, MatType.CV_32F, new Size(3, 3), normalize: false, borderType: BorderTypes.Replicate),
        ["bilateral filter"] = (i, o) => Cv2.BilateralFilter(i.Real, o, 5, 0.2, 3),
        ["filter 2d"] = (i, o) =>
        {
            using var kernel = Mat.FromPixelData(3, 3, MatType.CV_32FC1, new float[,] { { 0, 1, 0 }, { 1, -4, 1 }, { 0, 1, 0 } });
            Cv2.Filter2D(i.Gray, o, MatType.CV_32F, kernel, delta: 2.5);
        },
        ["sobel"] = (i, o) => Cv2.Sobel(i.Gray, o, MatType.CV_32F, 1, 0),
        ["laplacian"] = (i, o) => Cv2.Laplacian(i.Gray, o, MatType.CV_16S, 3),
        ["canny"] = (i, o) => Cv2.Canny(i.Gray, o, 40, 120),
        ["bgr to gray"] = (i, o) => Cv2.CvtColor(i.Bgr, o, ColorConversionCodes.BGR2GRAY),
        ["bgr to yuv"] = (i, o) => Cv2.CvtColor(i.Bgr, o, ColorConversionCodes.BGR2YUV),
        ["bgr to lab"] = (i, o) => Cv2.CvtColor(i.Bgr, o, ColorConversionCodes.BGR2Lab),
        ["bgr to lab real"] = (i, o) => Cv2.CvtColor(i.Real, o, ColorConversionCodes.BGR2Lab),
        ["bgra to bgr"] = (i, o) => Cv2.CvtColor(i.Bgra, o, ColorConversionCodes.BGRA2BGR),
        ["ellipse element"] = (_, o) => Ellipse(e => e.CopyTo(o)),
        ["dilate"] = (i, o) => Ellipse(e => Cv2.Dilate(i.Bgr, o, e, iterations: 2)),
        ["erode"] = (i, o) => Cv2.Erode(i.Lines, o, null),
        ["open"] = (i, o) => Ellipse(e => Cv2.MorphologyEx(i.Lines, o, MorphTypes.Open, e)),
        ["gradient"] = (i, o) =>
        {
            using var square = Cv2.GetStructuringElement(MorphShapes.Rect, new Size(3, 3));
            Cv2.MorphologyEx(i.Gray, o, MorphTypes.Gradient, square);
        },
        ["threshold"] = (i, o) => i.Ink.CopyTo(o),
        ["otsu"] = (i, o) => Cv2.Threshold(i.Gray, o, 0, 255, ThresholdTypes.BinaryInv | ThresholdTypes.Otsu),
        ["adaptive threshold"] = (i, o) =>
            Cv2.AdaptiveThreshold(i.Gray, o, 255, AdaptiveThresholdTypes.GaussianC, ThresholdTypes.Binary, 7, 4),
        ["border reflect101"] = (i, o) => Cv2.CopyMakeBorder(i.Bgr, o, 3, 4, 5, 6, BorderTypes.Reflect101),
        ["border constant"] = (i, o) => Cv2.CopyMakeBorder(i.Bgr, o, 1, 0, 0, 2, BorderTypes.Constant, new Scalar(1, 2, 3)),
        ["flip"] = (i, o) => Cv2.Flip(i.Bgr, o, FlipMode.Y),
        ["rotate"] = (i, o) => Cv2.Rotate(i.Bgr, o, RotateFlags.Rotate90Clockwise),
        ["transpose"] = (i, o) => Cv2.Transpose(i.Bgr, o),
        ["add"] = (i, o) => Cv2.Add(i.Bgr, i.Flipped, o),
        ["add scalar"] = (i, o) => Cv2.Add(i.Bgr, new Scalar(10, 200), o),
        ["scalar minus"] = (i, o) => Cv2.Subtract(new Scalar(255, 255, 255), i.Bgr, o),
        ["multiply"] = (i, o) => Cv2.Multiply(i.Real, i.Real, o, 2),
        ["divide"] = (i, o) =>
        {
            using var larger = new Mat();
            Cv2.Add(i.Real, Scalar.All(1), larger);
            Cv2.Divide(1.0, larger, o);
        },
        ["add weighted"] = (i, o) => Cv2.AddWeighted(i.Bgr, 0.3, i.Flipped, 0.9, -20, o),
        ["absdiff"] = (i, o) => Cv2.Absdiff(i.Bgr, i.Flipped, o),
        ["min"] = (i, o) => Cv2.Min(i.Gray, 100.0, o),
        ["bitwise and masked"] = (i, o) =>
        {
            using var mask = new Mat();
            Cv2.Compare(i.Gray, 128.0, mask, CmpTypes.GT);
            Cv2.BitwiseAnd(i.Gray, 0x3C, o, mask);
        },
        ["compare"] = (i, o) => Cv2.Compare(i.Gray, 128.0, o, CmpTypes.GT),
        ["in range"] = (i, o) => Cv2.InRange(i.Bgr, new Scalar(50, 60, 70), new Scalar(200, 210, 220), o),
        ["exp"] = (i, o) => Cv2.Exp(i.Real, o),
        ["pow"] = (i, o) => Cv2.Pow(i.Real, 2.4, o),
        ["lut"] = (i, o) => Cv2.LUT(i.Gray, [.. Enumerable.Range(0, 256).Select(v => (byte)(255 - v))], o),
        ["normalize"] = (i, o) => Cv2.Normalize(i.Gray, o, 0, 1, NormTypes.MinMax, MatType.CV_32F),
        ["convert scaled"] = (i, o) => i.Gray.ConvertTo(o, MatType.CV_8U, 1.5, -40),
        ["reduce"] = (i, o) => Cv2.Reduce(i.Gray, o, ReduceDimension.Row, ReduceTypes.Sum, MatType.CV_32S),
        ["histogram"] = (i, o) => Cv2.CalcHist([i.Bgr], [1], null, o, 1, [16], [new Rangef(0, 256)]),
        ["distance mask 5"] = (i, o) => Cv2.DistanceTransform(i.Ink, o, DistanceTypes.L2, DistanceTransformMasks.Mask5),
        ["distance precise"] = (i, o) => Cv2.DistanceTransform(i.Ink, o, DistanceTypes.L2, DistanceTransformMasks.Precise),
        ["distance with labels"] = (i, o) => Labelled(i, o, null),
        ["distance labels"] = (i, o) => Labelled(i, null, o),
        ["components"] = (i, o) => Cv2.ConnectedComponents(i.Ink, o, PixelConnectivity.Connectivity4),
        ["component stats"] = (i, o) => Components(i, o, null),
        ["component centroids"] = (i, o) => Components(i, null, o),
        ["watershed"] = (i, o) =>
        {
            using var color = new Mat();
            Cv2.CvtColor(i.Lines, color, ColorConversionCodes.GRAY2BGR);
            i.Seeds.CopyTo(o);
            Cv2.Watershed(color, o);
        },
        ["flood fill"] = (i, o) => Flood(i, o, null),
        ["flood fill mask"] = (i, o) => Flood(i, null, o),
        ["drawn"] = (_, o) => Draw(o),
        ["kmeans labels"] = (i, o) => Cluster(i, o, null),
        ["kmeans centers"] = (i, o) => Cluster(i, null, o),
        ["mean and deviation"] = (i, o) =>
        {
            using Mat mean = new(), deviation = new();
            Cv2.MeanStdDev(i.Bgr, mean, deviation);
            Cv2.HConcat([mean, deviation], o);
        },
        ["encoded png"] = (i, o) =>
        {
            Assert.True(Cv2.ImEncode(".png", i.Bgr, out var bytes));
            using var decoded = Cv2.ImDecode(bytes, ImreadModes.Unchanged);
            decoded.CopyTo(o);
        },
    };

    private static void Rotated(Action<Mat> use)
    {
        using var matrix = Cv2.GetRotationMatrix2D(new Point2f(10.5f, 8.25f), 30, 1.2);
        use(matrix);
    }

    private static void Ellipse(Action<Mat> use)
    {
        using var element = Cv2.GetStructuringElement(MorphShapes.Ellipse, new Size(5, 5));
        use(element);
    }

    private static void Labelled(Inputs inputs, Mat? distance, Mat? labels)
    {
        using var unwanted = new Mat();
        Cv2.DistanceTransformWithLabels(
            inputs.Ink, distance ?? unwanted, labels ?? unwanted, DistanceTypes.L2, DistanceTransformMasks.Mask5, DistanceTransformLabelTypes.Pixel);
    }

    private static void Components(Inputs inputs, Mat? stats, Mat? centroids)
    {
        using Mat labels = new(), unwanted = new();
        Cv2.ConnectedComponentsWithStats(inputs.Ink, labels, stats ?? unwanted, centroids ?? unwanted, PixelConnectivity.Connectivity4);
    }

    private static void Flood(Inputs inputs, Mat? flooded, Mat? mask)
    {
        using Mat unwantedImage = new(), unwantedMask = new();
        var image = flooded ?? unwantedImage;
        inputs.Gray.CopyTo(image);
        mask ??= unwantedMask;
        mask.Create(29, 35, MatType.CV_8UC1);
        mask.SetTo(default(Scalar));
        Cv2.FloodFill(image, mask, new Point(16, 13), new Scalar(255), out _, Thin, Thin, FloodFillFlags.Link4 | (FloodFillFlags)(2 << 8));
    }

    private static void Cluster(Inputs inputs, Mat? labels, Mat? centers)
    {
        using Mat unwantedLabels = new(), unwantedCenters = new();
        labels ??= unwantedLabels;
        labels.Create(60, 1, MatType.CV_32SC1);
        labels.SetArray([.. Enumerable.Range(0, 60).Select(i => i / 20)]);
        Cv2.Kmeans(inputs.Samples, 3, labels, TermCriteria.Both(20, 1e-4), 1, KMeansFlags.UseInitialLabels, centers ?? unwantedCenters);
    }

    private static void Draw(Mat o)
    {
        o.Create(40, 60, MatType.CV_8UC3);
        o.SetTo(Scalar.Black);
        Cv2.Line(o, 2, 3, 50, 30, new Scalar(10, 200, 90), 3, LineTypes.AntiAlias);
        Cv2.Circle(o, 40, 12, 9, Scalar.Blue, Cv2.FILLED);
        Cv2.Rectangle(o, new Point(5, 20), new Point(25, 35), Scalar.Red, 2);
        Cv2.Ellipse(o, new Point(30, 20), new Size(14, 6), 30, 0, 270, Scalar.Yellow);
        Cv2.FillPoly(o, [[new Point(1, 38), new Point(12, 22), new Point(20, 39)]], Scalar.All(90));
        Cv2.Polylines(o, [[new Point(50, 5), new Point(58, 20), new Point(45, 33)]], true, new Scalar(1, 2, 3));
        Cv2.PutText(o, "Ab", new Point(8, 16), HersheyFonts.HersheySimplex, 0.5, Scalar.White);
    }
}
