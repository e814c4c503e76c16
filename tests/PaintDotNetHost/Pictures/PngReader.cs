using System.Buffers.Binary;
using System.IO.Compression;

namespace PdnColorize.PaintDotNetHost.Pictures;

/// <summary>Reads PNG files of all kinds but interlaced ones, with what .NET has, so that it runs where no library for pictures is.</summary>
public static class PngReader
{
    /// <summary>Pixels: as large as Paint.NET's.</summary>
    public const int MaxSide = 65535;

    /// <summary>Of a picture: a gigabyte.</summary>
    public const int MaxPixels = 1 << 28;

    /// <summary>Reads a picture.</summary>
    /// <exception cref="InvalidDataException">It is no PNG file, damaged, interlaced or too large. The message begins in lower case, to follow what is being read.</exception>
    public static Picture Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] signature = new byte[PngChunks.Signature.Length];
        if (stream.ReadAtLeast(signature, signature.Length, throwOnEndOfStream: false) < signature.Length || !PngChunks.Signature.SequenceEqual(signature))
            throw new InvalidDataException("it is no PNG file");
        PngHeader? header = null;
        byte[] palette = [];
        byte[] transparency = [];
        using MemoryStream compressed = new();
        while (PngChunks.Read(stream) is var (type, data))
        {
            switch (type)
            {
                case "IHDR":
                    header = PngHeader.Parse(data);
                    break;
                case "PLTE":
                    palette = data;
                    break;
                case "tRNS":
                    transparency = data;
                    break;
                case "IDAT":
                    compressed.Write(data);
                    break;
                default:
                    break;
            }

            if (type == "IEND") break;
        }

        if (header is null) throw new InvalidDataException("the PNG file has no header");
        compressed.Position = 0;
        return Unpack(header, compressed, new PngColors(header, palette, transparency));
    }

    private static Picture Unpack(PngHeader header, Stream compressed, PngColors colors)
    {
        byte[] pixels = new byte[checked(header.Width * header.Height * 4)];
        byte[] row = new byte[header.RowBytes];
        byte[] above = new byte[header.RowBytes];
        byte[] filter = new byte[1];
        using ZLibStream zlib = new(compressed, CompressionMode.Decompress);
        for (int y = 0; y < header.Height; y++)
        {
            if (zlib.ReadAtLeast(filter, 1, throwOnEndOfStream: false) < 1 || zlib.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
                throw new InvalidDataException("the PNG file ends too early");
            Unfilter(filter[0], row, above, header.FilterStep);
            colors.Convert(row, pixels.AsSpan(y * header.Width * 4, header.Width * 4));
            (row, above) = (above, row);
        }

        return new Picture(header.Width, header.Height, pixels);
    }

    /// <summary>PNG, Third Edition, section 9.2.</summary>
    private static void Unfilter(byte filter, byte[] row, byte[] above, int step)
    {
        for (int i = 0; i < row.Length; i++)
        {
            int left = i >= step ? row[i - step] : 0;
            int corner = i >= step ? above[i - step] : 0;
            row[i] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => above[i],
                3 => (byte)((left + above[i]) / 2),
                4 => (byte)Paeth(left, above[i], corner),
                _ => throw new InvalidDataException($"the PNG file has an unknown filter {filter}"),
            };
        }
    }

    private static int Paeth(int left, int above, int corner)
    {
        int estimate = left + above - corner;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toCorner = Math.Abs(estimate - corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }

    /// <summary>The first part of the file.</summary>
    internal sealed record PngHeader(int Width, int Height, int BitDepth, int ColorType)
    {
        /// <summary>Numbers for a pixel: grey 1, colours 3, palette 1, grey and alpha 2, colours and alpha 4.</summary>
        public int Channels => ColorType switch { 0 or 3 => 1, 2 => 3, 4 => 2, _ => 4 };

        public int RowBytes => checked((int)(((long)Width * Channels * BitDepth + 7) / 8));

        public int FilterStep => Math.Max(1, Channels * BitDepth / 8);

        public static PngHeader Parse(byte[] data)
        {
            if (data.Length != 13) throw new InvalidDataException("the PNG file's header is damaged");
            uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
            uint height = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(4));
            if (width is 0 or > MaxSide || height is 0 or > MaxSide || (long)width * height > MaxPixels) throw new InvalidDataException($"a picture of {width} x {height} is too large or has no pixels");
            PngHeader header = new((int)width, (int)height, data[8], data[9]);
            bool isKnown = (header.ColorType, header.BitDepth) is (0, 1 or 2 or 4 or 8 or 16) or (3, 1 or 2 or 4 or 8) or (2 or 4 or 6, 8 or 16);
            if (!isKnown || data[10] != 0 || data[11] != 0) throw new InvalidDataException($"the PNG file has an unknown kind of pixels ({header.ColorType}, {header.BitDepth} bits)");
            if (data[12] != 0) throw new InvalidDataException("the PNG file is interlaced; save it without that");
            return header;
        }
    }
}
