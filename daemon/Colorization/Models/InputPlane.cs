namespace PdnColorize.Colorization.Models;

/// <summary>
/// A group of input channels of a stage. In model.json the names are line, hint, hintMask, propagated,
/// propagatedConfidence and draft; their order there is the order of the channels.
/// </summary>
public enum InputPlane
{
    /// <summary>The line art, 1 channel, in the model's line range (lowest is black).</summary>
    Line,

    /// <summary>The hints' colour, 3 channels, in the model's value range where there is a hint.</summary>
    Hint,

    /// <summary>Where hints are, 1 channel, 0 or 1.</summary>
    HintMask,

    /// <summary>
    /// The colour of the hint whose flood reaches the pixel, 3 channels, in the model's value range; 0 if there is no
    /// hint at all.
    /// </summary>
    Propagated,

    /// <summary>How easily that flood came, 1 channel, 0 to 1; 0 if there is no hint at all.</summary>
    PropagatedConfidence,

    /// <summary>Stage 1's picture at stage 2's size, 3 channels, in the model's value range.</summary>
    Draft,
}
