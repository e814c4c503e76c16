using PdnColorize.Datasets.Pictures;

namespace PdnColorize.Datasets.Building;

/// <summary>What the user can do about pictures that are left out.</summary>
internal static class RejectAdvice
{
    /// <summary>A sentence for the user that names the option of 'dataset build' which helps, if one does.</summary>
    public static string For(RejectReason reason, DatasetOptions options) => reason switch
    {
        RejectReason.PhotoLike => "If what looks like photographs is drawn all the same, take it with --keep-photos.",
        RejectReason.TooSmall =>
            $"A --least-side below {options.LeastSide} takes smaller pictures; it counts after the long side was shrunk to the --size, {options.Size}.",
        RejectReason.NearDuplicate => "Pictures that look like an earlier one are taken with --keep-near-duplicates.",
        RejectReason.Monochrome => "Without colours there is nothing to learn: choose pictures that are coloured.",
        RejectReason.TooSlow => "Run the build again when the machine has less to do, or with fewer --workers.",
        RejectReason.ImageBomb =>
            $"Make copies of at most {PictureLimits.MaxFileBytes >> 20} MiB, {PictureLimits.MaxSide} pixels a side and {PictureLimits.MaxPixels / 1_000_000} million pixels in all.",
        RejectReason.UnlikeLines => "Save each NAME_line in the size of its NAME_color.",
        RejectReason.Undecodable => "Save what cannot be decoded again as PNG, JPEG or WebP, or use other copies.",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
    };
}
