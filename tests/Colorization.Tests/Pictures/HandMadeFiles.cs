using System.Buffers.Binary;

namespace PdnColorize.Colorization.Tests.Pictures;

/// <summary>Files written byte by byte, of kinds that the test's own OpenCV does not write.</summary>
internal static class HandMadeFiles
{
    /// <summary>
    /// A TIFF of one strip without compression: its directory first, the samples at the end. Photometric: 0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK. The
    /// further tags hold 16-bit values.
    /// </summary>
    public static byte[] Tiff(int width, int height, int photometric, ushort[] bits, byte[] samples, params (ushort Tag, ushort[] Values)[] more)
    {
        const ushort StripOffsets = 273;
        SortedDictionary<ushort, ushort[]> tags = new(more.ToDictionary(entry => entry.Tag, entry => entry.Values))
        {
            [256] = [(ushort)width],
            [257] = [(ushort)height],
            [258] = bits,
            [259] = [1],
            [262] = [(ushort)photometric],
            [StripOffsets] = [0],
            [277] = [(ushort)bits.Length],
            [278] = [(ushort)height],
            [279] = [(ushort)samples.Length],
        };
        int longValues = 8 + 2 + (tags.Count * 12) + 4;
        int strip = longValues + tags.Values.Where(values => values.Length > 2).Sum(values => values.Length * 2);
        tags[StripOffsets] = [(ushort)strip];

        byte[] file = new byte[strip + samples.Length];
        "II*\0"u8.CopyTo(file);
        file[4] = 8;
        Put(8, tags.Count);
        int at = 10;
        foreach ((ushort tag, ushort[] values) in tags)
        {
            const int ShortType = 3;
            Put(at, tag);
            Put(at + 2, ShortType);
            Put(at + 4, values.Length);
            int to = at + 8;
            if (values.Length > 2)
            {
                Put(to, longValues);
                to = longValues;
                longValues += values.Length * 2;
            }

            for (int i = 0; i < values.Length; i++) Put(to + (i * 2), values[i]);
            at += 12;
        }

        samples.CopyTo(file, strip);
        return file;

        void Put(int offset, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(offset), (ushort)value);
    }

    /// <summary>A Windows bitmap of 32 bits a pixel, rows from the top, without a mask for alpha.</summary>
    public static byte[] Bitmap32(int width, int height, byte[] bgra)
    {
        const int Headers = 54;
        byte[] file = new byte[Headers + bgra.Length];
        "BM"u8.CopyTo(file);
        Put(2, file.Length);
        Put(10, Headers);
        Put(14, 40);
        Put(18, width);
        Put(22, -height);
        file[26] = 1;
        file[28] = 32;
        bgra.CopyTo(file, Headers);
        return file;

        void Put(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(offset), value);
    }

    /// <summary>The GIF with another size of its picture, and its first frame elsewhere in it.</summary>
    public static byte[] MovedGif(byte[] gif, (int Width, int Height) picture, (int Left, int Top, int Width, int Height) frame)
    {
        byte[] file = [.. gif];
        Put(6, picture.Width);
        Put(8, picture.Height);
        // Behind the header and the colours of the whole picture stand extensions, then the frame.
        const int HeaderBytes = 13;
        int at = HeaderBytes + (3 << ((file[10] & 7) + 1));
        while (file[at] == 0x21)
        {
            at += 2;
            while (file[at] != 0) at += file[at] + 1;
            at++;
        }

        Assert.Equal(0x2C, file[at]);
        Put(at + 1, frame.Left);
        Put(at + 3, frame.Top);
        Put(at + 5, frame.Width);
        Put(at + 7, frame.Height);
        return file;

        void Put(int offset, int value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(offset), (ushort)value);
    }
}
