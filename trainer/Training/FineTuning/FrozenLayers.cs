namespace PdnColorize.Training.FineTuning;

/// <summary>Which layers keep the weights that fine-tuning starts from.</summary>
public enum FrozenLayers
{
    /// <summary>None: all learn.</summary>
    None,

    /// <summary>c0 to c8, which see what is drawn: the rest learns how it is coloured. A step takes about two thirds of the time.</summary>
    Encoder,

    /// <summary>All but dc2, dc1 and dc0: colours shift, hardly more. For the fewest pictures.</summary>
    AllButLast,
}
