using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Training.Configuration;
using PdnColorize.Training.Samples;

namespace PdnColorize.Training.Tests.Samples;

public sealed class SampleBuilderTests
{
    private static readonly TrainConfig Config = new() { Stage1Size = 64, Stage2Size = 128, Stage2Crop = 64 };

    [Fact]
    public void Fixed_HintsPaintedOnTheDrawing_GivesThePlanesOfColoring()
    {
        TrainingPair pair = DrawnPictures.Few.Read(0);
        SampleBuilder builder = new(Config, stage: 1);

        float[] planes = builder.Fixed(pair, hints: 5, SampleRandom.For(1, 2)).Inputs;

        float[] expected = PlanesOfColoring(pair, planes);
        Assert.Equal(9 * 64 * 64, planes.Length);
        Assert.All(expected.Zip(planes), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-4f));
    }

    [Fact]
    public void Draw_SameSeed_GivesTheSameSample()
    {
        SampleBuilder builder = new(Config, stage: 1);

        (TrainingSample one, TrainingSample other, TrainingSample third) =
            (Draw(builder, seed: 1), Draw(builder, seed: 1), Draw(builder, seed: 2));

        Assert.Equal(one.Inputs, other.Inputs);
        Assert.Equal(one.Target, other.Target);
        Assert.NotEqual(one.Target, third.Target);
    }

    [Fact]
    public void Draw_HueShifted_TurnsHintsAndPictureTogether()
    {
        SampleBuilder builder = new(Config with { NoHintShare = 0, HueShiftShare = 1, AreaRecolorShare = 0, PlainShare = 0, LineChangeShare = 0 }, stage: 1);
        int hint = builder.ChannelOf(InputPlane.Hint);
        int mask = builder.ChannelOf(InputPlane.HintMask);
        int plane = 64 * 64;
        for (int seed = 0; seed < 10; seed++)
        {
            TrainingSample sample = Draw(builder, seed);
            int[] paper = [.. Enumerable.Range(0, plane).Where(i => sample.Inputs[(mask * plane) + i] > 0 && sample.Inputs[i] > 0.9f)];

            // A median has no colour of its own: where the hints are on flat paper, they are the picture's colours.
            double[] differences = [.. paper.Select(i => Enumerable.Range(0, 3).Max(c => Math.Abs(sample.Inputs[((hint + c) * plane) + i] - sample.Target[(c * plane) + i])))];
            Assert.InRange(differences.Order().ElementAt(differences.Length / 2), 0, 0.05);
        }
    }

    [Fact]
    public void Draw_AreasRecolored_ChangesWhatIsHintedAndNothingElse()
    {
        TrainConfig config = Config with { PlainShare = 0, NoHintShare = 0, DenseHintShare = 0, ManyHintsShare = 0, HintCountMean = 1, HueShiftShare = 0, LineChangeShare = 0, LargestZoom = 1, FlipShare = 0 };
        TrainingPair pair = DrawnPictures.Few.Read(2);
        SampleBuilder builder = new(config with { AreaRecolorShare = 1 }, stage: 1);
        (int hint, int mask, int plane) = (builder.ChannelOf(InputPlane.Hint), builder.ChannelOf(InputPlane.HintMask), 64 * 64);
        float[] original = new SampleBuilder(config with { AreaRecolorShare = 0 }, stage: 1).Draw(pair, SampleRandom.For(0, 1), mayHaveTwin: false)[0].Target;
        int recolored = 0;
        for (int seed = 0; seed < 30; seed++)
        {
            TrainingSample sample = Draw(builder, seed, pair);
            bool[] changed = [.. Enumerable.Range(0, plane).Select(i => Enumerable.Range(0, 3).Any(c => Math.Abs(sample.Target[(c * plane) + i] - original[(c * plane) + i]) > 0.02f))];
            int[] hinted = [.. Enumerable.Range(0, plane).Where(i => sample.Inputs[(mask * plane) + i] > 0)];
            if (!changed.Contains(true)) continue;
            recolored++;

            // One hint changes one box or the paper around them, never all; and says the colour that its area took.
            Assert.InRange(changed.Count(value => value), 1, plane * 0.75);
            double[] differences = [.. hinted.Where(i => changed[i]).Select(i => Enumerable.Range(0, 3).Max(c => Math.Abs(sample.Inputs[((hint + c) * plane) + i] - sample.Target[(c * plane) + i])))];
            if (differences.Length > 0) Assert.InRange(differences.Order().ElementAt(differences.Length / 2), 0, 0.05);
        }

        Assert.InRange(recolored, 5, 25);
    }

    [Fact]
    public void Draw_Twins_DifferInTheAreasOfHintsAndNowhereElse()
    {
        TrainConfig config = Config with { NoHintShare = 0, DenseHintShare = 0, TwinShare = 1, LineTwinShare = 0 };
        SampleBuilder builder = new(config, stage: 1);
        int plane = 64 * 64;
        (int line, int mask) = (builder.ChannelOf(InputPlane.Line), builder.ChannelOf(InputPlane.HintMask));
        for (int seed = 0; seed < 20; seed++)
        {
            TrainingPair pair = DrawnPictures.Few.Read(seed % DrawnPictures.Few.Count);
            IReadOnlyList<TrainingSample> samples = builder.Draw(pair, SampleRandom.For(seed, 1), mayHaveTwin: true);

            Assert.Equal([true, false], samples.Select(sample => sample.HasTwin));
            // The first is what comes without a twin too: real pictures are not fewer.
            Assert.Equal(Draw(builder, seed, pair).Target, samples[0].Target);
            Assert.Equal(Plane(samples[0], line), Plane(samples[1], line));
            Assert.Equal(Plane(samples[0], mask), Plane(samples[1], mask));
            bool[] changed = [.. Enumerable.Range(0, plane).Select(i => Enumerable.Range(0, 3).Any(c => samples[0].Target[(c * plane) + i] != samples[1].Target[(c * plane) + i]))];
            Assert.Contains(true, changed);
            // Every changed area holds a hint. The areas go on below the picture's black outlines, which stay black.
            bool[] ways = [.. Enumerable.Range(0, plane).Select(i => changed[i] || Enumerable.Range(0, 3).All(c => samples[0].Target[(c * plane) + i] < -0.5f))];
            bool[] reached = Reach(ways, Plane(samples[0], mask));
            Assert.DoesNotContain(Enumerable.Range(0, plane), i => changed[i] && !reached[i]);
        }

        float[] Plane(TrainingSample sample, int channel) => sample.Inputs[(channel * plane)..((channel + 1) * plane)];
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Draw_TwinsOfLines_DifferInTheLinesAlone(double noHintShare)
    {
        TrainConfig config = Config with { NoHintShare = noHintShare, DenseHintShare = 0, TwinShare = 1, LineTwinShare = 1 };
        SampleBuilder builder = new(config, stage: 1);
        int line = builder.ChannelOf(InputPlane.Line);
        int hint = builder.ChannelOf(InputPlane.Hint);
        int mask = builder.ChannelOf(InputPlane.HintMask);
        int differing = 0;
        for (int seed = 0; seed < 20; seed++)
        {
            TrainingPair pair = DrawnPictures.Few.Read(seed % DrawnPictures.Few.Count);
            IReadOnlyList<TrainingSample> samples = builder.Draw(pair, SampleRandom.For(seed, 1), mayHaveTwin: true);

            Assert.Equal([true, false], samples.Select(sample => sample.HasTwin));
            // The first is what comes without a twin too.
            Assert.Equal(Draw(builder, seed, pair).Inputs, samples[0].Inputs);
            Assert.Equal(samples[0].Target, samples[1].Target);
            foreach (int channel in (int[])[hint, hint + 1, hint + 2, mask]) Assert.Equal(PlaneOf(samples[0], channel), PlaneOf(samples[1], channel));
            (float[] before, float[] after) = (PlaneOf(samples[0], line), PlaneOf(samples[1], line));
            if (!before.SequenceEqual(after)) differing++;
            // As colouring does, the twin too brings its lines to one width: where the thin ones of a drawing are gone, or its details run together, they differ, and no more.
            Assert.InRange(before.Zip(after).Average(pixels => Math.Abs(pixels.First - pixels.Second)), 0, 0.5);
        }

        Assert.InRange(differing, 5, 20);

        static float[] PlaneOf(TrainingSample sample, int channel) => sample.Inputs[(channel * 64 * 64)..((channel + 1) * 64 * 64)];
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void Draw_NoRoomOrNoTwinsWanted_IsOneSample(bool room, double share) =>
        Assert.Single(new SampleBuilder(Config with { NoHintShare = 0, TwinShare = share }, stage: 1).Draw(DrawnPictures.Few.Read(0), SampleRandom.For(1, 1), room));

    [Fact]
    public void Draw_WithoutHints_HasNoTwinOfOtherColours() =>
        Assert.Single(new SampleBuilder(Config with { NoHintShare = 1, DenseHintShare = 0, TwinShare = 1, LineTwinShare = 0 }, stage: 1).Draw(DrawnPictures.Few.Read(0), SampleRandom.For(1, 1), mayHaveTwin: true));

    [Fact]
    public void Draw_Plain_TakesTheWholeShortSideAsItIs()
    {
        TrainConfig plain = Config with { PlainShare = 1, NoHintShare = 0, HueShiftShare = 1, LineChangeShare = 1, LargestZoom = 3, FlipShare = 0 };
        TrainingPair square = DrawnPictures.Few.Read(0);
        Assert.Equal(square.Width, square.Height);
        float[] whole = new SampleBuilder(plain, stage: 1).Fixed(square, hints: 0, SampleRandom.For(1, 2)).Target;

        TrainingSample drawn = new SampleBuilder(plain, stage: 1).Draw(square, SampleRandom.For(3, 4), mayHaveTwin: false)[0];
        TrainingSample changed = new SampleBuilder(plain with { PlainShare = 0 }, stage: 1).Draw(square, SampleRandom.For(3, 4), mayHaveTwin: false)[0];

        Assert.Equal(whole, drawn.Target);
        Assert.NotEqual(whole, changed.Target);
    }

    [Fact]
    public void Draw_StageTwo_CropsWhatTheWholeSquareHas()
    {
        TrainingPair pair = DrawnPictures.Few.Read(1);
        TrainingSample crop = new SampleBuilder(Config, stage: 2).Fixed(pair, hints: 3, SampleRandom.For(1, 2));
        TrainingSample whole = new SampleBuilder(Config with { Stage2Crop = 128 }, stage: 2).Fixed(pair, hints: 3, SampleRandom.For(1, 2));

        Assert.Equal((32, 32), (crop.CropLeft, crop.CropTop));
        Assert.Equal(whole.DraftInputs, crop.DraftInputs);
        Assert.Equal(9 * 64 * 64, crop.DraftInputs.Length);
        for (int c = 0; c < 9; c++)
        {
            for (int y = 0; y < 64; y += 7)
            {
                for (int x = 0; x < 64; x += 5)
                    Assert.Equal(whole.Inputs[(((c * 128) + y + 32) * 128) + x + 32], crop.Inputs[(((c * 64) + y) * 64) + x]);
            }
        }
    }

    [Fact]
    public void Fixed_FaithfulInYuv_HasWhitePaperWithoutColor()
    {
        SampleBuilder builder = new(Config with { ColorSpace = ModelColorSpace.Yuv }, stage: 1);

        float[] target = builder.Fixed(DrawnPictures.Few.Read(0), hints: 0, SampleRandom.For(1, 2)).Target;

        // In -1 to 1; 128 of 255, no colour, is a little above the middle.
        Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(c == 0 ? 1 : 1.0 / 255, target[c * 64 * 64], tolerance: 1e-3));
    }

    [Fact]
    public void Fixed_Classic_IsInYuvWithTheSentinel()
    {
        TrainConfig config = TrainConfig.Default(ModelPreset.Classic) with { Stage1Size = 64 };
        SampleBuilder builder = new(config, stage: 1);

        TrainingSample sample = builder.Fixed(DrawnPictures.Few.Read(0), hints: 0, SampleRandom.For(1, 2));

        int plane = 64 * 64;
        Assert.Equal(4 * plane, sample.Inputs.Length);
        // The corner is paper: white line art, no hint, and white in YUV.
        Assert.Equal([255, -512, 128, 128], Enumerable.Range(0, 4).Select(c => sample.Inputs[c * plane]));
        Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(c == 0 ? 255 : 128, sample.Target[c * plane], tolerance: 0.01f));
    }

    private static TrainingSample Draw(SampleBuilder builder, long seed, TrainingPair? pair = null) => builder.Draw(pair ?? DrawnPictures.Few.Read(0), SampleRandom.For(seed, 1), mayHaveTwin: false)[0];

    /// <summary>Where ways lead from hints.</summary>
    private static bool[] Reach(bool[] ways, float[] mask)
    {
        const int Side = 64;
        bool[] reached = [.. mask.Select(value => value > 0)];
        Queue<int> open = new(Enumerable.Range(0, reached.Length).Where(i => reached[i]));
        while (open.TryDequeue(out int pixel))
        {
            (int x, int y) = (pixel % Side, pixel / Side);
            foreach ((int nextX, int nextY) in ((int, int)[])[(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)])
            {
                if (nextX is < 0 or >= Side || nextY is < 0 or >= Side || reached[(nextY * Side) + nextX] || !ways[(nextY * Side) + nextX]) continue;
                reached[(nextY * Side) + nextX] = true;
                open.Enqueue((nextY * Side) + nextX);
            }
        }

        return reached;
    }

    /// <summary>What the daemon would feed its network with this drawing and the hints that the sample shows.</summary>
    private static float[] PlanesOfColoring(TrainingPair pair, float[] planes)
    {
        ModelManifest model = TrainedModel.Of(Config);
        StageManifest stage = model.Stages[0];
        Picture drawing = new(pair.Width, pair.Height);
        for (int i = 0; i < drawing.PixelCount; i++)
        {
            drawing.Pixels.AsSpan(i * 4, 3).Fill(pair.Lines[0].Grey[i]);
            drawing.Pixels[(i * 4) + 3] = 255;
        }

        LineArtMap lineArt = LineArtPreparation.Prepare(drawing, LineArtOptions.Default);
        PictureSize size = PictureSize.Fit(pair.Width, pair.Height, stage.ShortSide, stage.ShortSide, enlarge: true);
        Plane<byte> lines = NetworkStage.ScaleLines(lineArt, size.Width, size.Height, stage.ShortSide, model.LineWidths);
        int plane = size.Width * size.Height;
        int[] positions = [.. Enumerable.Range(0, plane).Where(i => planes[(4 * plane) + i] > 0)];
        int Channel(int i, int c) => (int)Math.Round((planes[((1 + c) * plane) + i] + 1) * 127.5);
        HintSet hints = HintSet.FromPixels(size.Width, size.Height, positions, [.. positions.Select(i => (Channel(i, 0) << 16) | (Channel(i, 1) << 8) | Channel(i, 2))]);
        return new StageInput(model, size).Build(stage, lines, hints, propagationScale: 1, draft: null);
    }
}
