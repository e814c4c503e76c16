namespace PdnColorize.Host.Batch;

/// <summary>One picture to colour.</summary>
/// <param name="Input">The drawing's file.</param>
/// <param name="Hints">The hint layer's file; null for none.</param>
/// <param name="Output">Where the result goes; of several guesses, what their names are made of.</param>
/// <param name="Guesses">How many guesses are made; null for one that goes to <paramref name="Output"/> itself.</param>
internal sealed record PictureJob(string Input, string? Hints, string Output, int? Guesses = null)
{
    /// <summary>Most guesses of one drawing.</summary>
    public const int MostGuesses = 16;

    /// <summary>The files that results go to, one for each guess.</summary>
    public IReadOnlyList<string> Results => Guesses is { } count ? [.. Enumerable.Range(1, count).Select(number => Named($"{number}"))] : [Output];

    /// <summary>Where all guesses are shown together; null when there is just one.</summary>
    public string? Sheet => Guesses is null ? null : Named("guesses");

    private string Named(string addition) => $"{Path.ChangeExtension(Output, null)}-{addition}{Path.GetExtension(Output)}";
}
