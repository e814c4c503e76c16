namespace PdnColorize.Training.Configuration;

/// <summary>How pictures become samples.</summary>
public enum SampleStyle
{
    /// <summary>As illustrators work: dots, strokes and scribbles inside areas, line art as pens, papers and scanners give it.</summary>
    Drawn,

    /// <summary>As PaintsChainer's public code does: single pixels and short bars as hints, noise and a threshold on the line art.</summary>
    PaintsChainer,
}
