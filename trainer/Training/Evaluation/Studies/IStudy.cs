namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>A question that is asked of each drawing.</summary>
internal interface IStudy
{
    /// <summary>The answers.</summary>
    IReadOnlyList<MetricTable> Tables { get; }

    /// <summary>Adds a drawing's figures.</summary>
    void Measure(DrawingResults results);
}
