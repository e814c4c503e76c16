namespace PdnColorize.Training.Evaluation;

/// <summary>Where the lines of a drawing come from. All kinds count the same.</summary>
public enum LineKind
{
    /// <summary>Drawn from the picture by an extractor that training uses too: clean and mostly closed.</summary>
    Own,

    /// <summary>The artist's own.</summary>
    True,

    /// <summary>Drawn from the picture by an extractor that training never uses: thin, faint and broken.</summary>
    Foreign,

    /// <summary>Own or true lines, somewhat faded and broken.</summary>
    Weak,

    /// <summary>Own or true lines, faded and broken as in a poor scan of a hasty drawing.</summary>
    Middle,

    /// <summary>Own or true lines, of which large parts are hardly there.</summary>
    Strong,
}
