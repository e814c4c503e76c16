namespace PdnColorize.Colorization.Maps;

/// <summary>The neighbours of a pixel that <see cref="ExtremeFilter"/> looks at.</summary>
/// <param name="Size">Rows and columns.</param>
/// <param name="Anchor">Row and column of the pixel itself.</param>
/// <param name="IsRound">Without corners: of a row as far from the middle as there are, only the middle column counts.</param>
internal readonly record struct FilterWindow(int Size, int Anchor, bool IsRound)
{
    /// <summary>The middle row and column; in rows that are not whole, the column that counts.</summary>
    public int Middle => Size / 2;

    /// <summary>A square around the pixel; of an even size it reaches further up and left.</summary>
    public static FilterWindow Square(int size) => new(size, size / 2, IsRound: false);

    /// <summary>A square without its corners, for sizes of 2 to 5.</summary>
    public static FilterWindow Round(int size) => new(size, size / 2, IsRound: true);

    /// <summary>Anchored so that filters one after the other move nothing.</summary>
    public FilterWindow Mirrored() => this with { Anchor = Size - 1 - Anchor };

    /// <summary>Whether all columns of a row count.</summary>
    public bool IsWhole(int row) => !IsRound || Math.Abs(row - Middle) < Middle;
}
