using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>All that is compared, in the order of the tables' rows.</summary>
internal sealed class CandidateSet : IDisposable
{
    private readonly List<ICandidate> _candidates = [];
    private readonly List<(string Label, string Reason)> _failures = [];

    private readonly List<string> _notes = [];
    private ModelCandidate? _before;

    /// <summary>A set of candidates that are made already, which become its own.</summary>
    /// <param name="models">The models among them.</param>
    /// <param name="candidates">All of them.</param>
    internal CandidateSet(IReadOnlyList<EvaluatedModel> models, IEnumerable<ICandidate> candidates)
    {
        Models = models;
        _candidates.AddRange(candidates);
    }

    /// <summary>The models.</summary>
    public IReadOnlyList<EvaluatedModel> Models { get; }

    /// <summary>What was left out, and why: sentences for the user.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>What contact sheets show: the earlier model if there is one, then the models.</summary>
    public IReadOnlyList<ICandidate> OnSheets => _before is null ? [.. _candidates.OfType<ModelCandidate>()] : [_before, .. _candidates.OfType<ModelCandidate>()];

    /// <summary>The rows.</summary>
    public IReadOnlyList<string> Names => [.. _candidates.SelectMany(candidate => candidate.Names)];

    /// <summary>Loads the models.</summary>
    /// <exception cref="ModelException">A model cannot be used.</exception>
    public static CandidateSet Load(EvaluationOptions options, ComputeDevice device)
    {
        LoadedModel[] models = [.. options.Models.Select(ModelFolder.Load)];
        string[] labels = Label(models);
        CandidateSet set = new([.. models.Select((model, i) => new EvaluatedModel(labels[i], model.Manifest))], []);
        try
        {
            for (int i = 0; i < models.Length; i++) set._candidates.Add(new ModelCandidate(labels[i], models[i], device));
            if (options.Before is { } before) set._before = new ModelCandidate("before", ModelFolder.Load(before), device);
            foreach (Baseline baseline in options.Baselines.Distinct()) set.Add(baseline, options);
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>Tells all of them with which hints a drawing will be coloured.</summary>
    public void Prepare(EvaluationDrawing drawing, IReadOnlyList<HintSet> hints, CancellationToken cancellationToken)
    {
        foreach (ICandidate candidate in _candidates)
        {
            try
            {
                candidate.Prepare(drawing, hints, cancellationToken);
            }
            catch (ColorizationException)
            {
                // It will fail again where its picture is wanted, which says why.
            }
        }
    }

    /// <summary>Colours a drawing with all of them: a row for each of <see cref="Names"/>. Where one makes no picture, white paper stands for it.</summary>
    public IReadOnlyList<ColoredRow> Color(ColoringTask task, CancellationToken cancellationToken) => Color(_candidates, task, cancellationToken);

    /// <summary>The same without the slow ones.</summary>
    public IReadOnlyList<ColoredRow> ColorFast(ColoringTask task, CancellationToken cancellationToken) =>
        Color(_candidates.Where(candidate => !candidate.IsSlow), task, cancellationToken);

    /// <summary>The same with those alone that have other guesses.</summary>
    public IReadOnlyList<ColoredRow> Guess(ColoringTask task, CancellationToken cancellationToken) =>
        Color(_candidates.Where(candidate => candidate.HasGuesses), task, cancellationToken);

    /// <summary>What could not be coloured since the last call.</summary>
    /// <param name="key">The drawing that was coloured.</param>
    public IReadOnlyList<UncoloredDrawing> TakeFailures(string key)
    {
        UncoloredDrawing[] drawings =
            [.. _failures.GroupBy(failure => failure.Label).Select(failures => new UncoloredDrawing(failures.Key, key, failures.Count(), failures.First().Reason))];
        _failures.Clear();
        return drawings;
    }

    public void Dispose()
    {
        foreach (ICandidate candidate in _candidates) candidate.Dispose();
        _candidates.Clear();
        _before?.Dispose();
        _before = null;
    }

    private void Add(Baseline baseline, EvaluationOptions options)
    {
        if (baseline != Baseline.Gmic)
        {
            _candidates.Add(new BaselineCandidate(baseline));
            return;
        }

        GmicProgram program = new(options.GmicProgram);
        if (program.IsInstalled()) _candidates.Add(new GmicCandidate(program));
        else _notes.Add($"G'MIC is left out: there is no program '{options.GmicProgram}'. Debian's package is called gmic.");
    }

    private IReadOnlyList<ColoredRow> Color(IEnumerable<ICandidate> candidates, ColoringTask task, CancellationToken cancellationToken) =>
        [.. candidates.SelectMany(candidate => candidate.Names.Zip(ColorOrLeaveWhite(candidate, task, cancellationToken), (name, picture) => new ColoredRow(name, picture)))];

    /// <summary>A failure must not cost the hours that went before, and one drawing's colours are what its user goes without.</summary>
    private IReadOnlyList<Picture> ColorOrLeaveWhite(ICandidate candidate, ColoringTask task, CancellationToken cancellationToken)
    {
        try
        {
            return candidate.Color(task, cancellationToken);
        }
        catch (ColorizationException e)
        {
            _failures.Add((candidate.Label, e.Message));
            return [.. Enumerable.Repeat(BaselineCandidate.WhitePaper(task.Prepared), candidate.Names.Count)];
        }
    }

    /// <summary>The models' names if they differ, else their folders' names, else numbers too.</summary>
    private static string[] Label(LoadedModel[] models)
    {
        string[] names = [.. models.Select(model => model.Manifest.Name)];
        string[] folders = [.. models.Select(model => Path.GetFileName(Path.TrimEndingDirectorySeparator(model.Folder)))];
        if (AreDistinct(names)) return names;
        return AreDistinct(folders) ? folders : [.. names.Select((name, i) => $"{i + 1} {name}")];

        static bool AreDistinct(string[] labels) => labels.Distinct(StringComparer.Ordinal).Count() == labels.Length;
    }
}
