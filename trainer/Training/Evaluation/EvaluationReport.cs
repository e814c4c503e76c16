namespace PdnColorize.Training.Evaluation;

/// <summary>What an evaluation found.</summary>
public sealed record EvaluationReport
{
    /// <summary>What was asked for.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>Pictures of each source that were chosen at most.</summary>
    public required int PerSource { get; init; }

    /// <summary>The models, in the order asked for.</summary>
    public required IReadOnlyList<EvaluatedModel> Models { get; init; }

    /// <summary>Rows of the tables: for each model its network and its product, then the baselines.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>The pictures measured, by source.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Pictures { get; init; }

    /// <summary>The number of drawings measured, by kind of lines.</summary>
    public required IReadOnlyDictionary<LineKind, int> Drawings { get; init; }

    /// <summary>What else a reader must know: candidates that were left out.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Chosen pictures that could not be measured: they cannot be read, or their middle squares hold no lines.</summary>
    public required IReadOnlyList<LeftOutPicture> LeftOut { get; init; }

    /// <summary>Drawings that a model could not colour, and which therefore count as white paper.</summary>
    public required IReadOnlyList<UncoloredDrawing> Uncolored { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<MetricTable> Tables { get; init; }

    /// <summary>Where more hints make a model's product worse.</summary>
    public required IReadOnlyList<HintSetback> Setbacks { get; init; }

    /// <summary>Drawings to look at, by all candidates.</summary>
    public required IReadOnlyList<EvaluationSheet> Sheets { get; init; }

    /// <summary>Drawings to look at, before and after.</summary>
    public required IReadOnlyList<ContactSheet> ContactSheets { get; init; }

    /// <summary>A metric's figures.</summary>
    /// <param name="metricId"><see cref="Metric.Id"/>.</param>
    /// <exception cref="InvalidOperationException">It was not measured.</exception>
    public MetricTable Table(string metricId) => Tables.Single(table => table.Metric.Id == metricId);
}
