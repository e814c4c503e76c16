namespace PdnColorize.Colorization.Maps;

/// <summary>The neighbours of a pixel that <see cref="ExtremeFilter"/> looks at.</summary>
/// <param name="Size">Rows and columns.</param>
/// <param name="Anchor">Row and column of the pixel itself.</param>
/// <param name="IsRound">Without corners: of the first row only the middle column counts; also of the last, where the size is odd.</param>
internal readonly record struct FilterWindow(int Size, int Anchor, bool IsRound)
{
    /// <summary>The middle row and column.</summary>
    public int Middle => Size / 2;

    /// <summary>A square around the pixel; of an even size it reaches further up and left.</summary>
    public static FilterWindow Square(int size) => new(size, size / 2, IsRound: false);

    /// <summary>A square without its corners, for sizes up to 5.</summary>
    public static FilterWindow Round(int size) => new(size, size / 2, IsRound: true);

    /// <summary>Anchored so that filters one after the other move nothing.</summary>
    public FilterWindow Mirrored() => this with { Anchor = Size - 1 - Anchor };
}
