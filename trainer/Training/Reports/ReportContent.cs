using PdnColorize.Training.Reports.Sheets;
using PdnColorize.Training.Runs;

namespace PdnColorize.Training.Reports;

/// <summary>What a report shows.</summary>
internal sealed record ReportContent
{
    /// <summary>The run's name: that of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>How it stands.</summary>
    public required RunState State { get; init; }

    /// <summary>When this was.</summary>
    public required DateTimeOffset Updated { get; init; }

    /// <summary>Where it stands.</summary>
    public required RunFacts Facts { get; init; }

    /// <summary>The curves.</summary>
    public required MetricsTable Metrics { get; init; }

    /// <summary>The sheets of each stage, ascending by step.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<SheetPicture>> Sheets { get; init; } = new Dictionary<int, IReadOnlyList<SheetPicture>>();

    /// <summary>Settings that differ from their preset's, with both values.</summary>
    public IReadOnlyList<(string Name, string Value, string Default)> Changes { get; init; } = [];

    /// <summary>The configuration with every setting.</summary>
    public required string Config { get; init; }
}
