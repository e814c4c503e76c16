using OpenCvSharp;
using PdnColorize.Colorization.Maps;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Tests.Maps;

/// <summary>Erosion and dilation, against OpenCV's: the same to the pixel.</summary>
public sealed class ExtremeFilterTests
{
    public static TheoryData<int, bool> Windows
    {
        get
        {
            TheoryData<int, bool> data = [];
            for (int size = 1; size <= 5; size++) data.Add(size, true);
            foreach (int size in (int[])[1, 2, 3, 6, 7, 25]) data.Add(size, false);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Darkest_AnyWindow_IsOpenCvsErosion(int size, bool round)
    {
        foreach (Plane<byte> source in Sources())
        {
            Plane<byte> expected = new(source.Width, source.Height);
            using Mat from = RandomMaps.Wrap(source);
            using Mat to = RandomMaps.Wrap(expected);
            using Mat element = Element(size, round);
            Cv2.Erode(from, to, element);

            Assert.Equal(expected.Data, ExtremeFilter.Darkest(source, Window(size, round)).Data);
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Lightest_AnyWindow_IsOpenCvsDilation(int size, bool round)
    {
        foreach (Plane<byte> source in Sources())
        {
            Plane<byte> expected = new(source.Width, source.Height);
            using Mat from = RandomMaps.Wrap(source);
            using Mat to = RandomMaps.Wrap(expected);
            using Mat element = Element(size, round);
            Cv2.Dilate(from, to, element);

            Assert.Equal(expected.Data, ExtremeFilter.Lightest(source, Window(size, round)).Data);
        }
    }

    [Theory]
    [MemberData(nameof(Windows))]
    public void Darkest_MirroredWindow_IsOpenCvsErosionWithThatAnchor(int size, bool round)
    {
        foreach (Plane<byte> source in Sources())
        {
            Plane<byte> expected = new(source.Width, source.Height);
            using Mat from = RandomMaps.Wrap(source);
            using Mat to = RandomMaps.Wrap(expected);
            using Mat element = Element(size, round);
            int anchor = size - 1 - (size / 2);
            Cv2.Erode(from, to, element, new Point(anchor, anchor));

            Assert.Equal(expected.Data, ExtremeFilter.Darkest(source, Window(size, round).Mirrored()).Data);
        }
    }

    private static FilterWindow Window(int size, bool round) => round ? FilterWindow.Round(size) : FilterWindow.Square(size);

    private static Mat Element(int size, bool round) => Cv2.GetStructuringElement(round ? MorphShapes.Ellipse : MorphShapes.Rect, new Size(size, size));

    /// <summary>Larger than a piece of work, narrower than a vector, and smaller than the window.</summary>
    private static IEnumerable<Plane<byte>> Sources() => [RandomMaps.Grey(203, 301, seed: 4), RandomMaps.Grey(9, 40, seed: 5), RandomMaps.Grey(3, 2, seed: 6)];
}
