namespace PdnColorize.Colorization.Models;

/// <summary>How a model is told that a pixel has no hint.</summary>
public enum HintEncoding
{
    /// <summary>A channel of its own: 1 where there is a hint, 0 elsewhere. The hint's colour channels are 0 where it is absent.</summary>
    Mask,

    /// <summary>A colour that stands for "no hint"; a hint of that very colour cannot be told from none.</summary>
    Sentinel,
}
