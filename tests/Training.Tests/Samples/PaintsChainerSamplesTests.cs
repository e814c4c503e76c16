using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class PaintsChainerSamplesTests
{
    private const int Side = 64;
    private static readonly RgbSquare Grey = new(Side, [.. Enumerable.Repeat((byte)130, Side * Side * 3)]);

    [Fact]
    public void PaintHints_ManySeeds_GivesNoneInFortyPercentAndManyInThirty()
    {
        int[] counts = [.. Enumerable.Range(0, 1000).Select(seed => PaintsChainerHints.Paint(Grey, new SampleRandom((ulong)seed)).Count)];

        // 1000 draws of 0.4 and 0.3 deviate by 15; 16 to 128 hints are at least 16 pixels, 2 to 15 at most 75.
        Assert.InRange(counts.Count(count => count == 0), 340, 460);
        Assert.InRange(counts.Count(count => count > 75), 180, 360);
        Assert.All(counts.Where(count => count > 0), count => Assert.InRange(count, 2, 128 * 5));
    }

    [Fact]
    public void PaintHints_AnyColor_IsRoundedToTheNearestTwentyInYuv()
    {
        HintSet hints = Enumerable.Range(0, 100).Select(seed => PaintsChainerHints.Paint(Grey, new SampleRandom((ulong)seed))).First(hints => hints.Count > 20);

        // Grey 130 is (130, 128, 128): with noise of 5 half are 120 and half 140 in Y, and 68 % are 120 (up to 130) in U and V, the others 140.
        // Rounding to 8-bit colours moves them by up to 2.
        Assert.All(hints.Colors, color =>
        {
            float[] rgb = [(color >> 16) & 255, (color >> 8) & 255, color & 255];
            Assert.All(Enumerable.Range(0, 3), c =>
            {
                double value = ModelColors.FromRgb(ModelColorSpace.Yuv, rgb, c);
                Assert.InRange(Math.Abs(value - (20 * Math.Round(value / 20))), 0, 2);
            });
        });
        double[] luma = [.. Enumerable.Range(0, 300).SelectMany(seed => PaintsChainerHints.Paint(Grey, new SampleRandom((ulong)seed)).Colors)
            .Select(color => (double)ModelColors.FromRgb(ModelColorSpace.Yuv, [(color >> 16) & 255, (color >> 8) & 255, color & 255], 0))];
        // On the average the colour stays: rounding down would give 120.
        Assert.Equal(130, luma.Average(), tolerance: 1.5);
    }

    [Fact]
    public void OnLines_ManySeeds_ThresholdsAFifthAndShiftsAll()
    {
        // Paper of 250 with grey lines of 180 in each fourth column: a threshold leaves 0 and 255 only.
        Plane<byte> lines = new(Side, Side, [.. Enumerable.Range(0, Side * Side).Select(i => (byte)(i % 4 == 0 ? 180 : 250))]);
        int thresholded = 0;
        List<double> shifts = [];
        for (int seed = 0; seed < 500; seed++)
        {
            byte[] changed = PaintsChainerNoise.OnLines(lines, new SampleRandom((ulong)seed)).Data;
            double lineMean = Enumerable.Range(0, changed.Length).Where(i => i % 4 == 0).Average(i => changed[i]);
            double paperMean = Enumerable.Range(0, changed.Length).Where(i => i % 4 != 0).Average(i => changed[i]);
            if (paperMean - lineMean > 150) thresholded++;
            else shifts.Add(lineMean - 180);
        }

        Assert.InRange(thresholded, 70, 130);
        // Normal with deviation 16.
        Assert.InRange(Math.Sqrt(shifts.Average(shift => shift * shift)), 14, 18);
    }

    [Fact]
    public void Draw_StageTwo_MixesCleanChannelsIntoTheDraft()
    {
        TrainConfig config = TinyRun.Config(ModelPreset.Classic, steps: 1);
        SampleBuilder builder = new(config, stage: 2);
        float[][] channels = [.. Enumerable.Range(0, 200).Select(seed => builder.Draw(DrawnPictures.Few.Read(0), new SampleRandom((ulong)seed), mayHaveTwin: true)[0].CleanChannels)];

        Assert.Equal(0.2, channels.SelectMany(c => c).Average(), tolerance: 0.06);
        Assert.Contains(channels, c => c.Contains(0) && c.Contains(1));
        Assert.Empty(builder.Fixed(DrawnPictures.Few.Read(0), 0, new SampleRandom(1)).CleanDraft);
    }

    [Fact]
    public void Draw_StageTwo_CleanDraftIsTheSoftenedTarget()
    {
        SampleBuilder builder = new(TinyRun.Config(ModelPreset.Classic, steps: 1), stage: 2);
        TrainingSample sample = builder.Draw(DrawnPictures.Few.Read(0), new SampleRandom(5), mayHaveTwin: true)[0];

        Assert.Equal(sample.Target.Length, sample.CleanDraft.Length);
        Assert.InRange(sample.Target.Zip(sample.CleanDraft).Average(pair => Math.Abs(pair.First - pair.Second)), 0.5, 20);
        Assert.Equal(sample.Target.Average(), sample.CleanDraft.Average(), tolerance: 2);
    }
}
