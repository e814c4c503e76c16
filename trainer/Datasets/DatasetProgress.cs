namespace PdnColorize.Datasets;

/// <summary>How far a build is. Reported after every picture.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">Pictures done in this phase, kept ones of an earlier run included.</param>
/// <param name="Total">Pictures of this phase.</param>
/// <param name="Kept">Of those done, how many an earlier, interrupted run had done: leave them out when estimating the time left.</param>
/// <param name="Rejected">Pictures left out so far.</param>
public sealed record DatasetProgress(DatasetPhase Phase, int Done, int Total, int Kept, int Rejected);
