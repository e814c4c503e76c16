namespace PdnColorize.Training.Evaluation;

/// <summary>Which of two figures is the better one.</summary>
public enum Preference
{
    /// <summary>Neither by itself: white paper never leaks.</summary>
    None,

    /// <summary>The higher one.</summary>
    Higher,

    /// <summary>The lower one.</summary>
    Lower,
}
