using PdnColorize.Colorization;
using PdnColorize.Colorization.Devices;
using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Pictures;
using PdnColorize.Datasets;
using PdnColorize.Training.Evaluation.Candidates;
using PdnColorize.Training.Evaluation.Pictures;
using PdnColorize.Training.Evaluation.Reports;
using PdnColorize.Training.Evaluation.Studies;

namespace PdnColorize.Training.Evaluation;

/// <summary>Measures models and baselines on drawings whose colours are known.</summary>
public sealed class Evaluator
{
    /// <summary>How many drawings there are about where no number of pictures was asked for.</summary>
    private const double UsualDrawings = 100;

    private readonly EvaluationOptions _options;
    private readonly LineKind[] _kinds;
    private readonly CandidateSet _candidates;
    private readonly IReadOnlyList<IStudy> _studies;
    private readonly IReadOnlyList<IStudy> _slowStudies;
    private readonly SortedDictionary<string, List<string>> _measured = new(StringComparer.Ordinal);
    private readonly SortedDictionary<LineKind, int> _drawings = [];
    private readonly List<LeftOutPicture> _leftOut = [];
    private readonly List<UncoloredDrawing> _uncolored = [];
    private readonly List<EvaluationSheet> _sheets = [];
    private readonly CancellationToken _cancellationToken;

    private Evaluator(EvaluationOptions options, CandidateSet candidates, CancellationToken cancellationToken)
    {
        (_options, _candidates, _cancellationToken) = (options, candidates, cancellationToken);
        _kinds = [.. options.Kinds.Distinct().Order()];
        _studies = [new RegionHintStudy(), new SimilarityStudy(HintCounts.All), new GuessStudy(), new DegradationStudy(), new HitRateStudy(HintCounts.Some), new LeakageStudy()];
        _slowStudies = options.Quick ? [] : [new LocalityStudy(), new RobustnessStudy(), new HintAucStudy()];
    }

    /// <summary>Runs an evaluation. The same options and files give the same report on the same machine.</summary>
    /// <param name="options">What is evaluated, and on what.</param>
    /// <param name="device">Where the networks run.</param>
    /// <param name="progress">Told of each drawing when it is done.</param>
    /// <param name="cancellationToken">Checked between the layers of the networks.</param>
    /// <exception cref="TrainingException">The options make no sense, or no picture can be measured.</exception>
    /// <exception cref="DatasetException">A data folder cannot be used; single pictures that cannot be are left out.</exception>
    /// <exception cref="ModelException">A model cannot be used.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static EvaluationReport Run(
        EvaluationOptions options, ComputeDevice device, IProgress<EvaluationProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(device);
        options.Validate();
        using CandidateSet candidates = CandidateSet.Load(options, device);
        PairsIndex? index = options.PairsIndex is { } file ? PairsIndex.Read(file) : null;
        return new Evaluator(options, candidates, cancellationToken).Run(PictureList.Find(options.Data, index), progress);
    }

    private EvaluationReport Run(IReadOnlyList<ListedPicture> pictures, IProgress<EvaluationProgress>? progress)
    {
        int perSource = _options.PerSource ?? PerSource(pictures);
        IReadOnlyList<ListedPicture> chosen = PictureList.Choose(pictures, perSource);
        IReadOnlyList<(ListedPicture Picture, LineKind Kind)> onSheets =
            _candidates.OnSheets.Count == 0 ? [] : SheetDrawings.Choose(pictures, _kinds, _options.ContactDrawings);
        int done = 0;
        int total = chosen.Sum(CountDrawings) + onSheets.Count;
        foreach (ListedPicture picture in chosen)
        {
            Measure(picture);
            done += CountDrawings(picture);
            if (CountDrawings(picture) > 0) progress?.Report(new EvaluationProgress(done, total));
        }

        if (_measured.Count == 0) throw NothingMeasured();
        ContactSheetPainter painter = new(_candidates);
        foreach ((ListedPicture picture, LineKind kind) in onSheets)
        {
            Show(picture, kind, painter);
            progress?.Report(new EvaluationProgress(++done, total));
        }

        return Report(perSource, painter.Paint());
    }

    private void Measure(ListedPicture listed)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        if (CountDrawings(listed) == 0 || Try(() => EvaluationPicture.Load(listed, _cancellationToken), listed.Key) is not { } picture) return;
        foreach (LineKind kind in _kinds.Where(listed.CanBe))
        {
            if (Try(() => picture.Draw(kind, _cancellationToken), EvaluationDrawing.TitleOf(listed, kind)) is not { } drawing) continue;
            DrawingResults results = new(drawing, _candidates, _options.WithLines, _cancellationToken);
            foreach (IStudy study in _studies) study.Measure(results);
            // What they ask is about clean lines, or changes the lines itself.
            if (LineKinds.IsClean(kind)) foreach (IStudy study in _slowStudies) study.Measure(results);
            Count(drawing, results);
        }
    }

    private void Count(EvaluationDrawing drawing, DrawingResults results)
    {
        if (_measured.TryAdd(drawing.Source, []) && _sheets.Count < _options.Sheets) _sheets.Add(SheetPainter.Paint(results));
        if (_measured[drawing.Source].LastOrDefault() != drawing.Key) _measured[drawing.Source].Add(drawing.Key);
        _drawings[drawing.Kind] = _drawings.GetValueOrDefault(drawing.Kind) + 1;
        _uncolored.AddRange(_candidates.TakeFailures(drawing.Title));
    }

    private void Show(ListedPicture listed, LineKind kind, ContactSheetPainter painter)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        try
        {
            painter.Add(EvaluationPicture.Load(listed, _cancellationToken).Draw(kind, _cancellationToken), _cancellationToken);
        }
        catch (Exception e) when (e is PictureException or DatasetException or ColorizationException)
        {
            // The sheets go without it; what cannot be measured is named where it is measured.
        }
    }

    private EvaluationReport Report(int perSource, IReadOnlyList<ContactSheet> contactSheets)
    {
        MetricTable[] tables = [.. _studies.Concat(_slowStudies).SelectMany(study => study.Tables)];
        string[] products = [.. _candidates.Models.Select(model => ModelCandidate.ProductOf(model.Label))];
        return new EvaluationReport
        {
            Options = _options,
            PerSource = perSource,
            Models = _candidates.Models,
            Candidates = _candidates.Names,
            Pictures = _measured.ToDictionary(source => source.Key, source => (IReadOnlyList<string>)source.Value),
            Drawings = _drawings,
            Notes = _candidates.Notes,
            LeftOut = _leftOut,
            Uncolored = _uncolored,
            Tables = tables,
            Setbacks = [.. tables.Where(table => table.Metric.Id is SimilarityStudy.PsnrId or RegionHintStudy.PsnrId).SelectMany(table => HintSetback.Find(table, products))],
            Sheets = _sheets,
            ContactSheets = contactSheets,
        };
    }

    private T? Try<T>(Func<T> load, string title)
        where T : class
    {
        try
        {
            return load();
        }
        catch (PictureException)
        {
            _leftOut.Add(new LeftOutPicture(title, "Its middle square holds no lines."));
        }
        catch (DatasetException e)
        {
            // One file that was cut off must not cost the figures of all others.
            _leftOut.Add(new LeftOutPicture(title, e.Message));
        }

        return null;
    }

    private int CountDrawings(ListedPicture picture) => _kinds.Count(picture.CanBe);

    private int PerSource(IReadOnlyList<ListedPicture> pictures)
    {
        int drawings = pictures.DistinctBy(picture => (picture.Source, picture.HasTrueLines)).Sum(CountDrawings);
        return Math.Max(1, (int)(UsualDrawings / Math.Max(1, drawings)));
    }

    private TrainingException NothingMeasured() => _leftOut.Count > 0
        ? new TrainingException($"None of the pictures can be measured. {_leftOut[0].Key}: {_leftOut[0].Reason} Evaluate on others.")
        : new TrainingException("None of the pictures can be drawn with the chosen kinds of lines: true lines need pairs, own and foreign ones a built data set.");
}
