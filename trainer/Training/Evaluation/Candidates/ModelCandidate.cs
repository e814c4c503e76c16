using PdnColorize.Colorization;
using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>A model, measured twice from one run of its networks: before anything is forced to the hints, and as the user gets it.</summary>
internal sealed class ModelCandidate(string label, LoadedModel model, ComputeDevice device) : ICandidate
{
    private readonly Colorizer _colorizer = new(model, device);

    private (PreparedDrawing? Prepared, PreparedDrawing? Read) _last;

    public string Label { get; } = label;

    public IReadOnlyList<string> Names { get; } = [$"{label} network", ProductOf(label)];

    /// <inheritdoc/>
    public bool HasGuesses => model.Reading?.Settings.Colors.Count > 0;

    /// <summary>The row of what a model's user gets.</summary>
    public static string ProductOf(string label) => $"{label} product";

    public IReadOnlyList<Picture> Color(ColoringTask task, CancellationToken cancellationToken)
    {
        HintSet hints = task.Hints;
        PreparedDrawing drawing = Read(task.Prepared, cancellationToken);
        StepClock clock = new(progress: null, cancellationToken);
        ColorField field = _colorizer.Paint(drawing, hints, clock, cancellationToken);
        Picture network = Colorizer.Render(drawing, field, clock, cancellationToken);
        Picture product = _colorizer.Finish(drawing, field, hints, new ColorizationOptions { Result = ResultKind.Colors, Seed = task.Seed }, clock, cancellationToken);
        return [network, product];
    }

    /// <summary>The drawing as this model prepares it. It comes again and again with other hints.</summary>
    private PreparedDrawing Read(PreparedDrawing prepared, CancellationToken cancellationToken)
    {
        if (_last.Prepared != prepared) _last = (prepared, _colorizer.Prepare(prepared.LineArt, cancellationToken));
        return _last.Read!;
    }

    public void Dispose() => _colorizer.Dispose();
}
