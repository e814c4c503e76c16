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

    public string Label { get; } = label;

    public IReadOnlyList<string> Names { get; } = [$"{label} network", ProductOf(label)];

    /// <summary>The row of what a model's user gets.</summary>
    public static string ProductOf(string label) => $"{label} product";

    public IReadOnlyList<Picture> Color(ColoringTask task, CancellationToken cancellationToken)
    {
        (PreparedDrawing drawing, HintSet hints) = (task.Prepared, task.Hints);
        StepClock clock = new(progress: null, cancellationToken);
        ColorField field = _colorizer.Paint(drawing, hints, clock, cancellationToken);
        Picture network = Colorizer.Render(drawing, field, clock, cancellationToken);
        Picture product = _colorizer.Finish(drawing, field, hints, new ColorizationOptions { Result = ResultKind.Colors }, clock, cancellationToken);
        return [network, product];
    }

    public void Dispose() => _colorizer.Dispose();
}
