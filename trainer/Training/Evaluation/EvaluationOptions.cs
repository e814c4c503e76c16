namespace PdnColorize.Training.Evaluation;

/// <summary>What is evaluated, and on what.</summary>
public sealed record EvaluationOptions
{
    /// <summary>Model folders; may be empty if there are baselines.</summary>
    public required IReadOnlyList<string> Models { get; init; }

    /// <summary>An earlier model for the contact sheets alone; null for none.</summary>
    public string? Before { get; init; }

    /// <summary>Folders with built data sets, or with pairs NAME_line.png, NAME_color.png; at least one.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>A CSV file with the columns <c>name</c> and <c>split</c>: pairs whose split is not <c>val</c> are left out. Null if all pairs may be used.</summary>
    public string? PairsIndex { get; init; }

    /// <summary>Pictures of each source, at least 1; null for as many as make about 100 drawings. The same number always takes the same pictures.</summary>
    public int? PerSource { get; init; }

    /// <summary>Which lines the pictures are drawn with.</summary>
    public IReadOnlyList<LineKind> Kinds { get; init; } = LineKinds.All;

    /// <summary>Leaves out locality, line robustness and Hint-AUC, which take most of the time.</summary>
    public bool Quick { get; init; }

    /// <summary>
    /// Lays the lines over every result before it is compared with the original, as the user sees it. Without, what is black in the original (lines, filled hair) counts
    /// against all candidates.
    /// </summary>
    public bool WithLines { get; init; } = true;

    /// <summary>What the models are compared with.</summary>
    public IReadOnlyList<Baseline> Baselines { get; init; } = Enum.GetValues<Baseline>();

    /// <summary>The G'MIC program: a path, or a name that is looked for where programs are.</summary>
    public string GmicProgram { get; init; } = "gmic";

    /// <summary>How many drawings the report shows with all candidates, the first of each source.</summary>
    public int Sheets { get; init; } = 12;

    /// <summary>How many drawings the contact sheets show; 0 for none.</summary>
    public int ContactDrawings { get; init; } = 40;

    /// <exception cref="TrainingException">Something is missing or out of range.</exception>
    internal void Validate()
    {
        if (Data.Count == 0) throw new TrainingException("There is nothing to evaluate on. Give --data, a built data set or a folder of pairs.");
        if (Models.Count == 0 && Baselines.Count == 0) throw new TrainingException("There is nothing to evaluate. Give --model, a model folder.");
        if (Kinds.Count == 0) throw new TrainingException("There is nothing to evaluate on: no kind of lines was chosen. Give --kinds.");
        if (PerSource < 1) throw new TrainingException($"{PerSource} pictures of each source cannot be evaluated. Give at least 1.");
    }
}
