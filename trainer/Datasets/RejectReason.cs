namespace PdnColorize.Datasets;

/// <summary>Why a picture is left out of a data set.</summary>
public enum RejectReason
{
    /// <summary>A file, side or number of pixels above the limits: not decoded.</summary>
    ImageBomb,

    /// <summary>No PNG, JPEG or WebP, damaged, or unreadable.</summary>
    Undecodable,

    /// <summary>Took longer than the time that one file gets.</summary>
    TooSlow,

    /// <summary>The short side is below the least.</summary>
    TooSmall,

    /// <summary>Has no colours to learn: line art, grey or one tint.</summary>
    Monochrome,

    /// <summary>Looks like a photograph or a painting without lines.</summary>
    PhotoLike,

    /// <summary>Looks like a picture that comes earlier in the order of keys.</summary>
    NearDuplicate,

    /// <summary>Its line art is of another size.</summary>
    UnlikeLines,
}
