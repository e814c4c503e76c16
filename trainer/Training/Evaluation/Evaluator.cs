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
public static class Evaluator
{
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
        IReadOnlyList<ListedPicture> chosen = PictureList.Choose(options.Data, options.PerSource);
        IReadOnlyList<IStudy> studies = Studies(options);
        SortedDictionary<string, List<string>> measured = new(StringComparer.Ordinal);
        List<LeftOutPicture> leftOut = [];
        List<UncoloredDrawing> uncolored = [];
        List<EvaluationSheet> sheets = [];
        for (int i = 0; i < chosen.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryLoad(chosen[i], leftOut, cancellationToken) is { } drawing)
            {
                DrawingResults results = new(drawing, candidates, options.WithLines, cancellationToken);
                foreach (IStudy study in studies) study.Measure(results);
                if (measured.TryAdd(drawing.Source, []) && sheets.Count < options.Sheets) sheets.Add(SheetPainter.Paint(results));
                measured[drawing.Source].Add(drawing.Key);
                uncolored.AddRange(candidates.TakeFailures(drawing.Key));
            }

            progress?.Report(new EvaluationProgress(i + 1, chosen.Count));
        }

        if (measured.Count == 0) throw new TrainingException($"None of the pictures can be measured. {leftOut[0].Key}: {leftOut[0].Reason} Evaluate on others.");
        return new EvaluationReport
        {
            Options = options,
            Models = candidates.Models,
            Candidates = candidates.Names,
            Pictures = measured.ToDictionary(source => source.Key, source => (IReadOnlyList<string>)source.Value),
            LeftOut = leftOut,
            Uncolored = uncolored,
            Tables = [.. studies.SelectMany(study => study.Tables)],
            Sheets = sheets,
        };
    }

    private static IReadOnlyList<IStudy> Studies(EvaluationOptions options)
    {
        IReadOnlyList<IStudy> quick = [new SimilarityStudy(HintCounts.All), new HitRateStudy(HintCounts.Some), new LeakageStudy()];
        return options.Quick ? quick : [.. quick, new LocalityStudy(), new RobustnessStudy(), new HintAucStudy()];
    }

    private static EvaluationDrawing? TryLoad(ListedPicture picture, List<LeftOutPicture> leftOut, CancellationToken cancellationToken)
    {
        try
        {
            return EvaluationDrawing.Load(picture, cancellationToken);
        }
        catch (PictureException)
        {
            leftOut.Add(new LeftOutPicture(picture.Key, "Its middle square holds no lines."));
        }
        catch (DatasetException e)
        {
            // One file that was cut off must not cost the figures of all others.
            leftOut.Add(new LeftOutPicture(picture.Key, e.Message));
        }

        return null;
    }
}
