namespace PdnColorize.PaintDotNetHost.Pictures;

/// <summary>Turns a row of a PNG file into blue, green, red and alpha, 8 bits each; of 16 bits the upper 8 are taken.</summary>
internal sealed class PngColors(PngReader.PngHeader header, byte[] palette, byte[] transparency)
{
    public void Convert(ReadOnlySpan<byte> row, Span<byte> bgra)
    {
        for (int x = 0; x < header.Width; x++)
        {
            Span<byte> pixel = bgra.Slice(x * 4, 4);
            int first = x * header.Channels;
            switch (header.ColorType)
            {
                case 0:
                    Set(pixel, Scaled(row, first), Scaled(row, first), Scaled(row, first), IsTransparent(row, first) ? (byte)0 : (byte)255);
                    break;
                case 2:
                    Set(pixel, Scaled(row, first), Scaled(row, first + 1), Scaled(row, first + 2), IsTransparent(row, first) ? (byte)0 : (byte)255);
                    break;
                case 3:
                    int index = Sample(row, first);
                    if (index * 3 + 2 >= palette.Length) throw new InvalidDataException("the PNG file uses a colour that its palette does not have");
                    Set(pixel, palette[index * 3], palette[index * 3 + 1], palette[index * 3 + 2], index < transparency.Length ? transparency[index] : (byte)255);
                    break;
                case 4:
                    Set(pixel, Scaled(row, first), Scaled(row, first), Scaled(row, first), Scaled(row, first + 1));
                    break;
                default:
                    Set(pixel, Scaled(row, first), Scaled(row, first + 1), Scaled(row, first + 2), Scaled(row, first + 3));
                    break;
            }
        }
    }

    private static void Set(Span<byte> pixel, byte red, byte green, byte blue, byte alpha) => (pixel[0], pixel[1], pixel[2], pixel[3]) = (blue, green, red, alpha);

    private int Sample(ReadOnlySpan<byte> row, int index) => header.BitDepth switch
    {
        16 => row[index * 2] << 8 | row[index * 2 + 1],
        8 => row[index],
        // The leftmost pixel is in the highest bits.
        int bits => row[index * bits / 8] >> (8 - bits - index * bits % 8) & (1 << bits) - 1,
    };

    private byte Scaled(ReadOnlySpan<byte> row, int index) =>
        header.BitDepth == 16 ? (byte)(Sample(row, index) >> 8) : (byte)(Sample(row, index) * 255 / ((1 << header.BitDepth) - 1));

    /// <summary>Whether it is the one colour that stands for transparent.</summary>
    private bool IsTransparent(ReadOnlySpan<byte> row, int first)
    {
        if (transparency.Length < header.Channels * 2) return false;
        for (int c = 0; c < header.Channels; c++)
        {
            if (Sample(row, first + c) != (transparency[c * 2] << 8 | transparency[c * 2 + 1])) return false;
        }

        return true;
    }
}
