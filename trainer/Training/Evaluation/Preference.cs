namespace PdnColorize.Training.Evaluation;

/// <summary>Which of two figures is the better one.</summary>
public enum Preference
{
    /// <summary>Neither: the figure only explains another.</summary>
    None,

    /// <summary>The higher one.</summary>
    Higher,

    /// <summary>The lower one.</summary>
    Lower,
}
