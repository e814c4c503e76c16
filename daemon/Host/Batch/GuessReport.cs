namespace PdnColorize.Host.Batch;

/// <summary>One of several guesses.</summary>
/// <param name="Seed">What it was made with.</param>
/// <param name="Output">Its file.</param>
internal sealed record GuessReport(int Seed, string Output);
