using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Metrics;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class HintMetricsTests
{
    [Fact]
    public void HitShare_OneOfTwoHintsObeyed_IsHalf()
    {
        HintSet hints = TwoRooms.Hints((10, 10, TwoRooms.Red), (50, 10, TwoRooms.Blue));
        Picture allRed = TwoRooms.Paint(_ => TwoRooms.Red);

        Assert.Equal(0.5, HintHits.Share(allRed, PaintedHint.Of(hints), _ => true));
    }

    [Fact]
    public void HitShare_HintOnInk_DoesNotCount()
    {
        HintSet hints = TwoRooms.Hints((10, 10, TwoRooms.Red), (31, 10, TwoRooms.Blue));
        Picture allRed = TwoRooms.Paint(_ => TwoRooms.Red);

        Assert.Equal(1, HintHits.Share(allRed, PaintedHint.Of(hints), at => !TwoRooms.IsWall(at)));
        Assert.Null(HintHits.Share(allRed, PaintedHint.Of(hints), _ => false));
    }

    [Theory]
    [InlineData(3, 1)] // CIEDE2000 of 0xC81414 and 0xC81714 is 0.27 (scikit-image).
    [InlineData(60, 0)] // Of 0xC81414 and 0xC85014: 12.01.
    public void HitShare_ResultBesideTheHintsColor_DependsOnTheDifference(int greener, double expected)
    {
        HintSet hints = TwoRooms.Hints((10, 10, TwoRooms.Red));
        Picture result = TwoRooms.Paint(_ => TwoRooms.Red + (greener << 8));

        Assert.Equal(expected, HintHits.Share(result, PaintedHint.Of(hints), _ => true));
    }

    [Theory]
    // colorsys.rgb_to_hls, hue + 0.5, hls_to_rgb
    [InlineData(0xFF0000, 0x00FFFF)]
    [InlineData(0xC81414, 0x14C8C8)]
    [InlineData(0x808080, 0x808080)]
    [InlineData(0xE6BE96, 0x96BEE6)]
    public void OppositeHue_Color_TurnsBy180DegreesInHsl(int color, int expected) => Assert.Equal(expected, HintLocality.OppositeHue(color));

    [Fact]
    public void Locality_ChangeInOneRoom_IsInsideAlone()
    {
        PreparedDrawing drawing = TwoRooms.Draw();
        HintSet hints = TwoRooms.Hints((10, 10, TwoRooms.Red));

        HintLocality locality = HintLocality.Create(hints, drawing, new SampleRandom(1))!;
        Picture before = TwoRooms.Paint(_ => 0xFFFFFF);
        Picture after = TwoRooms.Paint(pixel => TwoRooms.IsLeft(pixel) ? 0 : 0xFFFFFF);
        (double inside, double outside) = locality.Compare(before, after);

        Assert.Equal(0, outside);
        // White to black is 100; the region reaches to the middle of the wall, which did not change.
        Assert.InRange(inside, 90, 100);
        Assert.Equal(0x14C8C8, Assert.Single(locality.ChangedHints.Colors));
    }

    [Fact]
    public void Locality_ChangeInTheOtherRoom_IsOutsideAlone()
    {
        HintLocality locality = HintLocality.Create(TwoRooms.Hints((10, 10, TwoRooms.Red)), TwoRooms.Draw(), new SampleRandom(1))!;

        (double inside, double outside) = locality.Compare(
            TwoRooms.Paint(_ => 0xFFFFFF), TwoRooms.Paint(pixel => pixel % TwoRooms.Side >= TwoRooms.WallTo + 4 ? 0 : 0xFFFFFF));

        Assert.Equal(0, inside);
        Assert.InRange(outside, 90, 100);
    }

    [Fact]
    public void Locality_GreyAndColoredHints_TurnsTheColoredOne()
    {
        HintSet hints = TwoRooms.Hints((10, 10, 0x808080), (20, 10, TwoRooms.Red), (50, 10, 0x303030));

        for (ulong seed = 0; seed < 8; seed++)
            Assert.Equal([0x808080, 0x14C8C8, 0x303030], HintLocality.Create(hints, TwoRooms.Draw(), new SampleRandom(seed))!.ChangedHints.Colors);
    }

    [Fact]
    public void Locality_GreyHintsAlone_OneBecomesRed()
    {
        HintSet hints = TwoRooms.Hints((10, 10, 0x808080), (50, 10, 0x303030));

        Assert.Contains(0xD03030, HintLocality.Create(hints, TwoRooms.Draw(), new SampleRandom(1))!.ChangedHints.Colors);
    }

    [Fact]
    public void Locality_NoHintOnPaper_IsNull() => Assert.Null(HintLocality.Create(TwoRooms.Hints((31, 10, TwoRooms.Red)), TwoRooms.Draw(), new SampleRandom(1)));

    [Fact]
    public void Leakage_EachRoomInItsColor_IsNone() =>
        Assert.Equal(0, ColorLeakage.VarianceInRegions(TwoRooms.Paint(pixel => TwoRooms.IsLeft(pixel) ? TwoRooms.Red : TwoRooms.Blue), TwoRooms.Draw()), 9);

    [Fact]
    public void Leakage_HalfOfARoomInAnotherGrey_IsTheVarianceThere()
    {
        // The left room has 30 columns, 15 of each grey: variance 50² in three channels. The right one, of as many pixels, is even.
        Picture picture = TwoRooms.Paint(pixel => pixel % TwoRooms.Side < 15 ? 0x000000 : 0x646464);

        Assert.Equal(3 * 50 * 50 / 2.0, ColorLeakage.VarianceInRegions(picture, TwoRooms.Draw()), 6);
    }
}
