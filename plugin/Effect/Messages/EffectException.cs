namespace PdnColorize.Effect.Messages;

/// <summary>What the effect itself refuses, before the daemon is asked. Its sentence is among the effect's texts, in each language.</summary>
#pragma warning disable CA1032 // Without a sentence it would be of no use.
internal sealed class EffectException : Exception
#pragma warning restore CA1032
{
    /// <summary>Creates the exception.</summary>
    /// <param name="textKey">Key of the sentence.</param>
    /// <param name="arguments">Values of the sentence's placeholders.</param>
    public EffectException(string textKey, params IEnumerable<(string Name, string Value)> arguments)
        : base(textKey)
    {
        TextKey = textKey;
        Arguments = arguments.ToDictionary(argument => argument.Name, argument => argument.Value);
    }

    /// <summary>Key of the sentence.</summary>
    public string TextKey { get; }

    /// <summary>Values of the sentence's placeholders.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; }
}
