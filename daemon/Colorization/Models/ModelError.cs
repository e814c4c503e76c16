namespace PdnColorize.Colorization.Models;

/// <summary>What is wrong with a model. The numbers are stable: they go into exit codes' details and messages between processes.</summary>
public enum ModelError
{
    /// <summary>There is no model of that name, or no model in that folder.</summary>
    NotFound = 1,

    /// <summary>model.json is not JSON, lacks something or contradicts itself.</summary>
    ManifestInvalid = 2,

    /// <summary>model.json was written for a later version of this program.</summary>
    VersionTooNew = 3,

    /// <summary>A weight file that model.json names is not in the folder.</summary>
    FileMissing = 4,

    /// <summary>A weight file is cut off, not safetensors, too large, or holds numbers that no network can have.</summary>
    FileInvalid = 5,

    /// <summary>A weight file is not the one that model.json was written for.</summary>
    HashMismatch = 6,

    /// <summary>A weight file holds other layers than the network that model.json describes.</summary>
    ShapeMismatch = 7,

    /// <summary>A file is there but the system does not let us read it.</summary>
    Unreadable = 8,
}
