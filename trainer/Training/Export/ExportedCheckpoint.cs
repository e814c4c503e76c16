namespace PdnColorize.Training.Export;

/// <summary>Which checkpoint of a stage becomes the model.</summary>
public enum ExportedCheckpoint
{
    /// <summary>The one with the best validation.</summary>
    Best,

    /// <summary>The last one: for a run whose validations cannot be compared, because its settings changed on the way.</summary>
    Last,
}
