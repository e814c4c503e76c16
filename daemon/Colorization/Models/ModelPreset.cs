namespace PdnColorize.Colorization.Models;

/// <summary>The recipe by which a model was trained, and so what it must be fed.</summary>
public enum ModelPreset
{
    /// <summary>The 2017 article and PaintsChainer: 4 channels, a sentinel colour where there is no hint, stage 2 blind to hints.</summary>
    Classic,

    /// <summary>A mask beside the hints, hints in both stages, and usually propagated hints.</summary>
    Faithful,
}
