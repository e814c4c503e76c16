using PdnColorize.Colorization;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Training.Configuration;

namespace PdnColorize.Training.Samples;

/// <summary>Turns pictures into samples of a stage: the inputs are built by the code that colours drawings. Safe for use from several threads.</summary>
internal sealed class SampleBuilder
{
    /// <summary>How far the edges of lines move at most between a sample and its twin, in pixels of 512: as far as the evaluation moves them.</summary>
    private const double MostLineChange = 3;

    private readonly TrainConfig _config;
    private readonly ModelManifest _model;
    private readonly int _stage;
    private readonly StageManifest _inputs;
    private readonly LineArtRandomizer _randomizer = new();

    /// <param name="config">The run's settings.</param>
    /// <param name="stage">1 or 2.</param>
    public SampleBuilder(TrainConfig config, int stage)
    {
        _config = config;
        _model = TrainedModel.Of(config);
        _stage = stage;
        StageManifest manifest = _model.Stages[stage - 1];
        // The draft comes from stage 1 while it trains, not from here.
        InputPlane[] planes = [.. manifest.Inputs.Where(plane => plane != InputPlane.Draft)];
        _inputs = manifest with { Inputs = planes, InputChannels = planes.ChannelCount() };
    }

    /// <summary>Input channels without the draft.</summary>
    public int Channels => _inputs.InputChannels;

    /// <summary>First channel of a plane, or -1.</summary>
    public int ChannelOf(InputPlane plane) =>
        _inputs.Inputs.Contains(plane) ? _inputs.Inputs.TakeWhile(other => other != plane).ChannelCount() : -1;

    /// <summary>A sample for training: any square, any line drawing, mirrored or not, with random hints; or that and its twin.</summary>
    /// <param name="pair">The picture.</param>
    /// <param name="random">Decides everything.</param>
    /// <param name="mayHaveTwin">Whether there is room for a second sample.</param>
    public IReadOnlyList<TrainingSample> Draw(TrainingPair pair, SampleRandom random, bool mayHaveTwin)
    {
        bool plain = _config.PlainShare > 0 && random.Chance(_config.PlainShare);
        Window window = Window.Anywhere(pair.Width, pair.Height, plain ? 1 : _config.LargestZoom, random);
        LineArtVariant drawing = pair.Lines[random.Below(pair.Lines.Count)];
        if (_config.Sampling == SampleStyle.PaintsChainer) return [DrawAsPaintsChainer(pair, drawing, window, random)];
        DrawnLines lines = new(drawing, pair.Width, window, ChangeSeed(plain, random), random.Chance(_config.FlipShare));
        Scene scene = DrawAsDrawn(pair, lines, plain, random);
        if (!mayHaveTwin || !random.Chance(_config.TwinShare)) return [Build(scene)];
        if (random.Chance(_config.LineTwinShare))
        {
            double change = random.Between(-MostLineChange, MostLineChange) * window.Side / 512;
            return [Build(scene) with { HasTwin = true }, Build(scene with { Lines = Scale(lines, change) })];
        }

        if (scene.Hints.IsEmpty) return [Build(scene)];
        (RgbSquare colors, HintSet hints) = AreaRecoloring.Apply(scene.Colors, scene.Colors.Flatten(), scene.Hints, random, atLeastOne: true);
        return [Build(scene) with { HasTwin = true }, Build(scene with { Colors = colors, Hints = hints })];
    }

    /// <summary>A sample for validation: the middle of the picture, as it is, with so many dots.</summary>
    public TrainingSample Fixed(TrainingPair pair, int hints, SampleRandom random) => Fixed(pair, [hints], () => random)[0];

    /// <summary>A sample for validation for each of several numbers of dots. From the same random numbers, more dots begin with those of fewer.</summary>
    /// <param name="pair">The picture.</param>
    /// <param name="hints">The numbers of dots.</param>
    /// <param name="random">Gives each sample its random numbers, from their start.</param>
    public TrainingSample[] Fixed(TrainingPair pair, IReadOnlyList<int> hints, Func<SampleRandom> random)
    {
        Window window = Window.Middle(pair.Width, pair.Height);
        LineArtMap lines = SampleLines.Prepare(pair.Lines[0], pair.Width, window);
        RgbSquare colors = RgbSquare.Cut(pair.ColorRgb, pair.Width, pair.Height, window, _inputs.ShortSide);
        int middle = (_inputs.ShortSide - _config.CropOf(_stage)) / 2;
        ScaledLines scaled = ScaledLines.Of(lines, _model, _inputs.ShortSide);
        return [.. hints.Select(count => Build(new Scene(scaled, colors, Dots(count, random()), middle, middle)))];

        HintSet Dots(int count, SampleRandom numbers) => HintSimulator.Paint(scaled.Stage, colors.Flatten(), new HintAmount(count, DotsOnly: true), numbers);
    }

    /// <summary>What decides how other pens and papers change a sample's lines; null where they stay as they are.</summary>
    private ulong? ChangeSeed(bool plain, SampleRandom random)
    {
        ulong seed = random.Next();
        return !plain && random.Chance(_config.LineChangeShare) ? seed : null;
    }

    private Scene DrawAsDrawn(TrainingPair pair, DrawnLines lines, bool plain, SampleRandom random)
    {
        RgbSquare colors = RgbSquare.Cut(pair.ColorRgb, pair.Width, pair.Height, lines.Window, _inputs.ShortSide);
        if (lines.Mirrored) colors = colors.Mirror();
        HintAmount amount = HintAmount.Draw(_config, random);
        int room = _inputs.ShortSide - _config.CropOf(_stage);
        (int left, int top) = (random.Below(room + 1), random.Below(room + 1));
        ScaledLines scaled = Scale(lines);
        // Without a hint nobody could know the new colours.
        if (amount.IsNone) return new Scene(scaled, colors, HintSet.None(_inputs.ShortSide, _inputs.ShortSide), left, top);
        if (!plain && random.Chance(_config.HueShiftShare)) colors = colors.TurnHue(random.Between(0, 2 * Math.PI));
        RgbSquare flat = colors.Flatten();
        HintSet hints = HintSimulator.Paint(scaled.Stage, flat, amount, random);
        if (!plain && random.Chance(_config.AreaRecolorShare)) (colors, hints) = AreaRecoloring.Apply(colors, flat, hints, random);
        return new Scene(scaled, colors, hints, left, top);
    }

    /// <summary>A sample's lines in the sizes of the stages.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="widening">By how many pixels of the drawing their edges move outward.</param>
    private ScaledLines Scale(DrawnLines lines, double widening = 0)
    {
        LineArtMap lineArt = SampleLines.Prepare(lines.Drawing, lines.DrawingWidth, lines.Window, Change);
        return ScaledLines.Of(lines.Mirrored ? SampleLines.Mirror(lineArt) : lineArt, _model, _inputs.ShortSide);

        byte[] Change(byte[] grey, int side)
        {
            byte[] changed = lines.ChangeSeed is { } seed ? _randomizer.Apply(grey, side, side, seed) : grey;
            return widening == 0 ? changed : SampleLines.Widen(changed, side, widening);
        }
    }

    private TrainingSample DrawAsPaintsChainer(TrainingPair pair, LineArtVariant drawing, Window window, SampleRandom random)
    {
        LineArtMap lineArt = SampleLines.Prepare(drawing, pair.Width, window);
        RgbSquare colors = RgbSquare.Cut(pair.ColorRgb, pair.Width, pair.Height, window, _inputs.ShortSide);
        if (random.Chance(_config.FlipShare)) (lineArt, colors) = (SampleLines.Mirror(lineArt), colors.Mirror());
        ScaledLines lines = ScaledLines.Of(lineArt, _model, _inputs.ShortSide);
        lines = new ScaledLines(PaintsChainerNoise.OnLines(lines.Stage, random), PaintsChainerNoise.OnLines(lines.First, random));
        HintSet hints = PaintsChainerHints.Paint(colors, random);
        int room = _inputs.ShortSide - _config.CropOf(_stage);
        RgbSquare noisy = PaintsChainerNoise.OnColors(colors, random);
        TrainingSample sample = Build(new Scene(lines, noisy, hints, random.Below(room + 1), random.Below(room + 1)));
        if (_stage == 1) return sample;
        return sample with
        {
            CleanDraft = Crop(Target(noisy.Soften(_config.Stage1Size)), _inputs.ShortSide, sample.CropLeft, sample.CropTop),
            CleanChannels = [.. Enumerable.Range(0, 3).Select(_ => random.Chance(PaintsChainerNoise.CleanDraftShare) ? 1f : 0f)],
        };
    }

    private TrainingSample Build(Scene scene)
    {
        (ScaledLines lines, RgbSquare colors, HintSet hints, int left, int top) = scene;
        int side = _inputs.ShortSide;
        StageManifest first = _model.Stages[0];
        double scale = (double)side / first.ShortSide;
        float[] inputs = new StageInput(_model, new PictureSize(side, side)).Build(_inputs, lines.Stage, hints, scale, draft: null);
        float[] target = Target(colors);
        SampleDrawing drawing = new(lines.Stage, hints);
        if (_stage == 1) return new TrainingSample(inputs, target, [], 0, 0, drawing);

        StageInput draftInput = new(_model, new PictureSize(first.ShortSide, first.ShortSide));
        float[] draft = draftInput.Build(first, lines.First, hints, propagationScale: 1, draft: null);
        return new TrainingSample(Crop(inputs, side, left, top), Crop(target, side, left, top), draft, left, top, drawing);
    }

    private float[] Target(RgbSquare colors)
    {
        int plane = colors.Side * colors.Side;
        float[] target = new float[plane * 3];
        float scale = (_model.ValueRange.Maximum - _model.ValueRange.Minimum) / 255;
        Span<float> rgb = stackalloc float[3];
        for (int i = 0; i < plane; i++)
        {
            for (int c = 0; c < 3; c++) rgb[c] = colors.Pixels[(i * 3) + c];
            for (int c = 0; c < 3; c++) target[(c * plane) + i] = _model.ValueRange.Minimum + (scale * ModelColors.FromRgb(_model.ColorSpace, rgb, c));
        }

        return target;
    }

    private float[] Crop(float[] planes, int side, int left, int top)
    {
        int crop = _config.CropOf(_stage);
        if (crop == side) return planes;
        int count = planes.Length / (side * side);
        float[] cropped = new float[count * crop * crop];
        for (int plane = 0; plane < count; plane++)
            for (int y = 0; y < crop; y++)
                Array.Copy(planes, (((plane * side) + top + y) * side) + left, cropped, ((plane * crop) + y) * crop, crop);
        return cropped;
    }

    /// <summary>A square of a line drawing, how other pens change it, and whether it is mirrored.</summary>
    private sealed record DrawnLines(LineArtVariant Drawing, int DrawingWidth, Window Window, ulong? ChangeSeed, bool Mirrored);

    /// <summary>What a sample is made of, and where its crop lies.</summary>
    private sealed record Scene(ScaledLines Lines, RgbSquare Colors, HintSet Hints, int Left, int Top);

    /// <summary>Line art in the stage's size and in stage 1's.</summary>
    private sealed record ScaledLines(Plane<byte> Stage, Plane<byte> First)
    {
        public static ScaledLines Of(LineArtMap lineArt, ModelManifest model, int side)
        {
            int firstSide = model.Stages[0].ShortSide;
            Plane<byte> stage = SampleLines.Scale(lineArt, side, model.LineWidths);
            return new ScaledLines(stage, side == firstSide ? stage : SampleLines.Scale(lineArt, firstSide, model.LineWidths));
        }
    }
}
