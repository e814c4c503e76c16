namespace PdnColorize.Protocol.Messages;

/// <summary>Where a job is, in order.</summary>
public enum ColorizeStage
{
    /// <summary>One that this version does not know; show the fraction alone.</summary>
    Unknown,

    /// <summary>Waiting for other jobs.</summary>
    Queued,

    /// <summary>The model is loaded.</summary>
    Loading,

    /// <summary>Line art, line width and closed regions are found.</summary>
    Prepare,

    /// <summary>The first network: rough colours.</summary>
    Stage1,

    /// <summary>The second network: fine colours.</summary>
    Stage2,

    /// <summary>Colours are brought to the drawing's regions, and hints applied.</summary>
    Lift,

    /// <summary>The result is painted at full size.</summary>
    Compose,

    /// <summary>The result is handed over.</summary>
    Write,
}
