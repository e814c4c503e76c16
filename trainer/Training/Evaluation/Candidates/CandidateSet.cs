using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Hints;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Candidates;

/// <summary>All that is compared, in the order of the tables' rows.</summary>
internal sealed class CandidateSet : IDisposable
{
    private readonly List<ICandidate> _candidates = [];
    private readonly List<(string Label, string Reason)> _failures = [];

    private CandidateSet(IReadOnlyList<EvaluatedModel> models) => Models = models;

    /// <summary>The models.</summary>
    public IReadOnlyList<EvaluatedModel> Models { get; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<string> Names => [.. _candidates.SelectMany(candidate => candidate.Names)];

    /// <summary>Loads the models.</summary>
    /// <exception cref="ModelException">A model cannot be used.</exception>
    public static CandidateSet Load(EvaluationOptions options, ComputeDevice device)
    {
        LoadedModel[] models = [.. options.Models.Select(ModelFolder.Load)];
        string[] labels = Label(models);
        CandidateSet set = new([.. models.Select((model, i) => new EvaluatedModel(labels[i], model.Manifest))]);
        try
        {
            for (int i = 0; i < models.Length; i++) set._candidates.Add(new ModelCandidate(labels[i], models[i], device));
            foreach (Baseline baseline in options.Baselines.Distinct()) set._candidates.Add(new BaselineCandidate(baseline));
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>Colours a drawing with all of them: a picture for each of <see cref="Names"/>. Where one makes no picture, white paper stands for it.</summary>
    public IReadOnlyList<Picture> Color(PreparedDrawing drawing, HintSet hints, CancellationToken cancellationToken) =>
        [.. _candidates.SelectMany(candidate => ColorOrLeaveWhite(candidate, drawing, hints, cancellationToken))];

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
    }

    /// <summary>A failure must not cost the hours that went before, and one drawing's colours are what its user goes without.</summary>
    private IReadOnlyList<Picture> ColorOrLeaveWhite(ICandidate candidate, PreparedDrawing drawing, HintSet hints, CancellationToken cancellationToken)
    {
        try
        {
            return candidate.Color(drawing, hints, cancellationToken);
        }
        catch (ColorizationException e)
        {
            _failures.Add((candidate.Label, e.Message));
            return [.. Enumerable.Repeat(BaselineCandidate.WhitePaper(drawing), candidate.Names.Count)];
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
