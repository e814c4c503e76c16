namespace PdnColorize.Training.Evaluation;

/// <summary>What an evaluation found.</summary>
public sealed record EvaluationReport
{
    /// <summary>What was asked for.</summary>
    public required EvaluationOptions Options { get; init; }

    /// <summary>The models, in the order asked for.</summary>
    public required IReadOnlyList<EvaluatedModel> Models { get; init; }

    /// <summary>Rows of the tables: for each model its network and its product, then the baselines.</summary>
    public required IReadOnlyList<string> Candidates { get; init; }

    /// <summary>The pictures measured, by source.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Pictures { get; init; }

    /// <summary>Chosen pictures that could not be measured: they cannot be read, or their middle squares hold no lines.</summary>
    public required IReadOnlyList<LeftOutPicture> LeftOut { get; init; }

    /// <summary>Drawings that a model could not colour, and which therefore count as white paper.</summary>
    public required IReadOnlyList<UncoloredDrawing> Uncolored { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<MetricTable> Tables { get; init; }

    /// <summary>Drawings to look at.</summary>
    public required IReadOnlyList<EvaluationSheet> Sheets { get; init; }

    /// <summary>A metric's figures.</summary>
    /// <param name="metricId"><see cref="Metric.Id"/>.</param>
    /// <exception cref="InvalidOperationException">It was not measured.</exception>
    public MetricTable Table(string metricId) => Tables.Single(table => table.Metric.Id == metricId);
}
