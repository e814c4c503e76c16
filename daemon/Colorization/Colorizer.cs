using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Groups;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;
using PdnColorize.Colorization.Reuse;
using TorchSharp;

namespace PdnColorize.Colorization;

/// <summary>Colours line drawings with a model. Not for several threads at once: each pass uses all cores already.</summary>
public sealed class Colorizer : IDisposable
{
    private readonly List<NetworkStage> _stages = [];
    private readonly ReadingNetwork? _reading;

    /// <summary>Stands for these weights on this device in a <see cref="ColorizationCache"/>.</summary>
    private readonly Guid _identity = Guid.NewGuid();

    /// <summary>Loads a model's networks onto a device.</summary>
    /// <param name="model">The model, checked.</param>
    /// <param name="device">Where the networks run.</param>
    /// <param name="precision">What they compute in.</param>
    public Colorizer(LoadedModel model, ComputeDevice device, NetworkPrecision precision = NetworkPrecision.Automatic)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(device);
        Model = model.Manifest;
        Device = device;
        IsBFloat16 = precision == NetworkPrecision.BFloat16 || (precision == NetworkPrecision.Automatic && !device.IsCuda && ComputeDevice.CpuHasBFloat16);
        torch.ScalarType type = IsBFloat16 ? torch.ScalarType.BFloat16 : torch.ScalarType.Float32;
        try
        {
            if (model.Reading is { } reading) _reading = new ReadingNetwork(reading, device.ToTorch(), type);
            foreach (StageWeights weights in model.Stages) _stages.Add(new NetworkStage(model.Manifest, weights, device.ToTorch(), type));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>What the model says of itself.</summary>
    public ModelManifest Model { get; }

    /// <summary>Where the networks run.</summary>
    public ComputeDevice Device { get; }

    /// <summary>Whether the networks compute in bfloat16 instead of float32.</summary>
    public bool IsBFloat16 { get; }

    /// <summary>
    /// Where what does not depend on the hints is looked up and kept; null for nowhere. Steps that it spares are missing from the times of a result.
    /// </summary>
    public ColorizationCache? Cache { get; init; }

    /// <summary>Colours a drawing.</summary>
    /// <param name="drawing">Line art of any size.</param>
    /// <param name="hints">A layer of the same size: each pixel with alpha of at least 128 is a hint. Null for none.</param>
    /// <param name="options">What to paint.</param>
    /// <param name="progress">Told of each step when it begins.</param>
    /// <param name="cancellationToken">Checked between the layers of the networks and between the steps.</param>
    /// <exception cref="PictureException">The drawing holds no lines, or the hint layer does not fit it.</exception>
    /// <exception cref="ColorizationException">The model gave no picture.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ColorizationResult Colorize(
        Picture drawing,
        Picture? hints,
        ColorizationOptions options,
        IProgress<ColorizationStep>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return ColorizeOnto(new Picture(drawing.Width, drawing.Height), drawing, hints, options, progress, cancellationToken);
    }

    /// <summary>Colours a drawing on a picture at hand, for programs that use the memory of large ones again; otherwise like <see cref="Colorize"/>.</summary>
    /// <param name="canvas">Becomes the result. Of the drawing's size; what was on it before does not matter.</param>
    /// <param name="drawing">Line art of any size.</param>
    /// <param name="hints">A layer of the same size, or null.</param>
    /// <param name="options">What to paint.</param>
    /// <param name="progress">Told of each step when it begins.</param>
    /// <param name="cancellationToken">Checked between the layers of the networks and between the steps.</param>
    /// <exception cref="ArgumentException">The canvas has another size than the drawing, or is the drawing or its hints.</exception>
    /// <exception cref="PictureException">The drawing holds no lines, or the hint layer does not fit it.</exception>
    /// <exception cref="ColorizationException">The model gave no picture.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public ColorizationResult ColorizeOnto(
        Picture canvas,
        Picture drawing,
        Picture? hints,
        ColorizationOptions options,
        IProgress<ColorizationStep>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(canvas);
        ArgumentNullException.ThrowIfNull(drawing);
        ArgumentNullException.ThrowIfNull(options);
        if (canvas.Width != drawing.Width || canvas.Height != drawing.Height) throw new ArgumentException("The canvas has another size than the drawing.", nameof(canvas));
        if (canvas.Pixels == drawing.Pixels || canvas.Pixels == hints?.Pixels) throw new ArgumentException("The canvas cannot be the drawing or its hints.", nameof(canvas));
        StepClock clock = new(progress, cancellationToken);

        clock.Begin(ColorizationStep.Prepare);
        HintSet hintSet = HintLayer.Read(hints, drawing, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        DrawingKey? key = Cache is null ? null : DrawingKey.Of(drawing, options.LineArt);
        PreparedDrawing prepared = Cache is null
            ? PreparedDrawing.Create(drawing, options.LineArt, _reading, cancellationToken)
            : Cache.Prepare(key!, drawing, options.LineArt, _reading, cancellationToken);

        // With reach 'regions' the network never sees the hints: what it paints elsewhere cannot depend on them.
        HintSet seen = options.Reach == HintReach.Free ? hintSet : HintSet.None(drawing.Width, drawing.Height);
        ColorField field = Cache is not null && seen.IsEmpty
            ? Cache.Colors(key!, _identity, () => Paint(prepared, seen, clock, cancellationToken))
            : Paint(prepared, seen, clock, cancellationToken);
        Finish(canvas, prepared, field, hintSet, options, clock, cancellationToken);
        if (options.Result == ResultKind.Composite) LineCompositing.Run(canvas, drawing, prepared.LineArt, cancellationToken);
        return new ColorizationResult(canvas, clock.End(), prepared.LineArt.LineWidth, prepared.Regions.Count, hintSet.GroupCount);
    }

    /// <summary>What the networks paint, brought to working size: in agreement with the drawing's regions, nothing forced to the hints yet.</summary>
    /// <param name="prepared">The drawing.</param>
    /// <param name="hints">The hints that the networks see, at the drawing's size.</param>
    /// <param name="clock">Told of the steps.</param>
    /// <param name="cancellationToken">Checked between the layers of the networks.</param>
    /// <exception cref="ColorizationException">The model gave no picture.</exception>
    internal ColorField Paint(PreparedDrawing prepared, HintSet hints, StepClock clock, CancellationToken cancellationToken)
    {
        ColorField painted = RunNetworks(prepared, hints, clock, out Plane<byte> paintedLines, cancellationToken);
        clock.Begin(ColorizationStep.Lift);
        ColorField field = ColorLifting.Lift(painted, paintedLines, prepared.Regions, prepared.Distances);
        Plane<int> labels = prepared.Regions.Labels;
        RegionFlattening.Run(field, labels, field.Means(labels, prepared.Regions.Count, prepared.WorkingLines));
        return field;
    }

    /// <summary>Makes a field agree with the hints and paints it at the drawing's own size, without the lines over it; without hints, the field as it is.</summary>
    /// <param name="prepared">The drawing.</param>
    /// <param name="field">What <see cref="Paint"/> gave; changed in place where hints reach.</param>
    /// <param name="hints">The hints that the result must agree with, at the drawing's size.</param>
    /// <param name="options">What is painted; a composite's lines are the caller's to add, from the drawing.</param>
    /// <param name="clock">Told of the step.</param>
    /// <param name="cancellationToken">Checked now and then.</param>
    internal Picture Finish(
        PreparedDrawing prepared, ColorField field, HintSet hints, ColorizationOptions options, StepClock clock, CancellationToken cancellationToken)
    {
        Picture result = new(prepared.LineArt.Width, prepared.LineArt.Height);
        Finish(result, prepared, field, hints, options, clock, cancellationToken);
        return result;
    }

    /// <summary>What the networks painted, as it is, at the drawing's own size.</summary>
    internal static Picture Render(PreparedDrawing prepared, ColorField field, StepClock clock, CancellationToken cancellationToken)
    {
        Picture result = new(prepared.LineArt.Width, prepared.LineArt.Height);
        HintSet none = HintSet.None(result.Width, result.Height);
        WorkingHints spread = WorkingHints.None(prepared.Regions);
        clock.Begin(ColorizationStep.Compose);
        Compose(result, prepared, field, spread, PartMap.Create(prepared.Regions, spread), none, ResultKind.Colors, cancellationToken);
        return result;
    }

    /// <summary>Prepares line art as this model wants it: by its reading network, if it has one.</summary>
    /// <exception cref="ColorizationException">The reading network gave no borders.</exception>
    internal PreparedDrawing Prepare(LineArtMap lineArt, CancellationToken cancellationToken) =>
        PreparedDrawing.Create(lineArt, _reading, cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _reading?.Dispose();
        foreach (NetworkStage stage in _stages) stage.Dispose();
        _stages.Clear();
    }

    private ColorField RunNetworks(
        PreparedDrawing prepared, HintSet hints, StepClock clock, out Plane<byte> lines, CancellationToken cancellationToken)
    {
        ColorField? painted = null;
        lines = prepared.WorkingLines;
        for (int i = 0; i < _stages.Count; i++)
        {
            clock.Begin(i == 0 ? ColorizationStep.Stage1 : ColorizationStep.Stage2);
            lines = _stages[i].ScaleLines(prepared.LineArt);
            painted = _stages[i].Run(lines, hints, painted, prepared.Borders?.Map, cancellationToken);
        }

        return painted ?? throw new InvalidOperationException("A model has at least one stage.");
    }

    private void Finish(
        Picture canvas, PreparedDrawing prepared, ColorField field, HintSet hints, ColorizationOptions options, StepClock clock, CancellationToken cancellationToken)
    {
        RegionMap filled = options.Reach == HintReach.Free ? SharedRegions.Find(hints, prepared.Regions, prepared.HintRegions) : prepared.Regions;
        WorkingHints spread = WorkingHints.Spread(hints, filled, prepared.Distances, prepared.Borders);
        PartMap parts = PartMap.Create(prepared.Regions, spread);
        if (prepared.Reading?.Embedding is not null)
        {
            // With reach 'regions' other regions' colors are chosen as if there were no hints.
            PartMap reached = options.Reach == HintReach.Free || hints.IsEmpty ? parts : PartMap.Create(prepared.Regions, WorkingHints.None(prepared.Regions));
            PartColoring.Run(field, prepared, reached, spread.SeedColors, Model.Reading!.Colors, options.Seed);
        }

        HintBlending.Run(field, spread);
        clock.Begin(ColorizationStep.Compose);
        Compose(canvas, prepared, field, spread, parts, hints, options.Result, cancellationToken);
    }

    private static void Compose(
        Picture canvas, PreparedDrawing prepared, ColorField field, WorkingHints spread, PartMap parts, HintSet hints, ResultKind kind, CancellationToken cancellationToken)
    {
        Plane<int> labels = prepared.Regions.Labels;
        if (kind == ResultKind.Flats)
        {
            FlatRegions flats = FlatRegions.Create(parts, spread, field, prepared.WorkingLines, prepared.Regions.Count);
            FullSizeRenderer.PaintFlats(flats, labels, prepared.LineArt, canvas, cancellationToken);
        }
        else
        {
            float[] means = field.Means(labels, prepared.Regions.Count, prepared.WorkingLines);
            FullSizeRenderer.PaintColors(field, labels, means, prepared.LineArt, canvas, cancellationToken);
        }

        HintBlending.PaintHintPixels(canvas, hints, keepNear: kind == ResultKind.Flats);
    }
}
