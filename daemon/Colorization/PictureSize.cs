namespace PdnColorize.Colorization;

/// <summary>A width and a height in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>Scales a picture's size so that its short side has a given length, its long side at most another; each side at least 1.</summary>
    /// <param name="width">The picture's width.</param>
    /// <param name="height">The picture's height.</param>
    /// <param name="shortSide">Wanted short side.</param>
    /// <param name="longestSide">Limit of the long side: bounds memory for very long pictures.</param>
    /// <param name="enlarge">Whether small pictures grow.</param>
    public static PictureSize Fit(int width, int height, int shortSide, int longestSide, bool enlarge)
    {
        double scale = Math.Min((double)shortSide / Math.Min(width, height), (double)longestSide / Math.Max(width, height));
        if (!enlarge) scale = Math.Min(1, scale);
        return new PictureSize(Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }

    /// <summary>Both sides rounded up to a multiple.</summary>
    public PictureSize RoundUp(int multiple) => new((Width + multiple - 1) / multiple * multiple, (Height + multiple - 1) / multiple * multiple);
}
