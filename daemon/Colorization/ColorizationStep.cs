namespace PdnColorize.Colorization;

/// <summary>The steps of a colorization, in order.</summary>
public enum ColorizationStep
{
    /// <summary>Line art, line width and closed regions are found.</summary>
    Prepare,

    /// <summary>The first network: rough colours.</summary>
    Stage1,

    /// <summary>The second network: fine colours. Skipped by models that have none.</summary>
    Stage2,

    /// <summary>Colours are brought to the drawing's regions, and hints applied.</summary>
    Lift,

    /// <summary>The result is painted at full size.</summary>
    Compose,
}
