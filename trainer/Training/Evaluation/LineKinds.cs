namespace PdnColorize.Training.Evaluation;

/// <summary>What is known of the kinds of lines.</summary>
public static class LineKinds
{
    /// <summary>All of them, in the reports' order.</summary>
    public static IReadOnlyList<LineKind> All { get; } = Enum.GetValues<LineKind>();

    /// <summary>The kinds that are degraded, from the weakest on.</summary>
    public static IReadOnlyList<LineKind> Degraded { get; } = [LineKind.Weak, LineKind.Middle, LineKind.Strong];

    /// <summary>How the command line and the JSON file call a kind.</summary>
    public static string NameOf(LineKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>How the reports call drawings of a kind.</summary>
    public static string HeadingOf(LineKind kind) => kind switch
    {
        LineKind.Own => "Own lines",
        LineKind.True => "True lines",
        LineKind.Foreign => "Foreign lines",
        LineKind.Weak => "Weakly degraded",
        LineKind.Middle => "Degraded",
        _ => "Strongly degraded",
    };

    /// <summary>Whether lines are as they were drawn or extracted, by training's extractors or by hand.</summary>
    public static bool IsClean(LineKind kind) => kind is LineKind.Own or LineKind.True;
}
