using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace PdnColorize.Training.Import;

/// <summary>
/// Reads NumPy's .npy format, versions 1 to 3 (numpy.lib.format): arrays of 16-, 32- or 64-bit floating point numbers or 32- or 64-bit whole numbers, little-endian,
/// row-major. Meant for files from anywhere: nothing is executed, and nothing is allocated that the limit does not allow.
/// </summary>
internal static partial class NpyReader
{
    /// <summary>Bytes that a header may have; NumPy itself refuses longer ones unless they are trusted.</summary>
    private const int LongestHeader = 10_000;

    /// <summary>Dimensions that an array may have, as in NumPy 1.</summary>
    private const int MostDimensions = 32;

    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads an array to the stream's end.</summary>
    /// <param name="stream">Positioned at the array's first byte.</param>
    /// <param name="name">The array's name, for messages.</param>
    /// <param name="mostElements">Elements that it may have.</param>
    /// <exception cref="TrainingException">It is no such array, too large, too short or too long.</exception>
    public static NpyArray Read(Stream stream, string name, long mostElements)
    {
        try
        {
            (string type, long[] shape) = ReadHeader(stream, name);
            long count = Count(shape, name, mostElements);
            byte[] data = new byte[count * ElementSize(type, name)];
            stream.ReadExactly(data);
            if (stream.ReadByte() >= 0) throw Invalid(name, "it is longer than its shape says");
            return new NpyArray(shape, ToSingles(type, data));
        }
        catch (EndOfStreamException e)
        {
            throw new TrainingException($"The array '{name}' cannot be read: it is cut off. Save or download the file again.", e);
        }
    }

    private static (string Type, long[] Shape) ReadHeader(Stream stream, string name)
    {
        Span<byte> start = stackalloc byte[8];
        stream.ReadExactly(start);
        if (!start[..6].SequenceEqual(Magic)) throw Invalid(name, "it is no NumPy array");
        int version = start[6];
        if (version is < 1 or > 3) throw Invalid(name, $"it has version {version} of the format, and 1 to 3 are known");

        Span<byte> size = stackalloc byte[4];
        size.Clear();
        stream.ReadExactly(size[..(version == 1 ? 2 : 4)]);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > LongestHeader) throw Invalid(name, $"its header has {length} bytes, more than {LongestHeader}");
        byte[] header = new byte[length];
        stream.ReadExactly(header);

        // A Python dictionary, but always written in one way: NumPy sorts the keys.
        Match match = Header().Match((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(header));
        if (!match.Success) throw Invalid(name, "its header is not as NumPy writes it for an array of numbers");
        if (match.Groups["order"].Value == "True") throw Invalid(name, "it is column-major (Fortran's order); save it by numpy.ascontiguousarray");
        return (match.Groups["type"].Value, Dimensions(match.Groups["shape"].Value, name));
    }

    private static long[] Dimensions(string text, string name)
    {
        string[] parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length > MostDimensions) throw Invalid(name, $"it has {parts.Length} dimensions");
        return [.. parts.Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : throw Invalid(name, $"'{part}' is no dimension"))];
    }

    private static long Count(long[] shape, string name, long most)
    {
        long count = 1;
        foreach (long dimension in shape)
        {
            // Compared before it is multiplied: the product of two dimensions from a file may be beyond any number.
            if (dimension > 0 && count > most / dimension) throw Invalid(name, $"its shape ({string.Join(", ", shape)}) has more than {most} elements");
            count *= dimension;
        }

        return count;
    }

    private static int ElementSize(string type, string name) => type switch
    {
        "<f2" => 2,
        "<f4" or "<i4" => 4,
        "<f8" or "<i8" => 8,
        _ => throw Invalid(name, $"its elements are '{type}'; little-endian float16, float32 and float64 are read"),
    };

    private static float[] ToSingles(string type, byte[] data) => type switch
    {
        "<f2" => Convert<Half>(data, value => (float)value),
        "<f4" => MemoryMarshal.Cast<byte, float>(data).ToArray(),
        "<f8" => Convert<double>(data, value => (float)value),
        "<i4" => Convert<int>(data, value => value),
        _ => Convert<long>(data, value => value),
    };

    private static float[] Convert<T>(byte[] data, Func<T, float> convert)
        where T : struct
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(data);
        float[] singles = new float[values.Length];
        for (int i = 0; i < singles.Length; i++) singles[i] = convert(values[i]);
        return singles;
    }

    private static TrainingException Invalid(string name, string why) => new($"The array '{name}' cannot be read: {why}.");

    [GeneratedRegex(@"\A\{'descr': '(?<type>[^']{1,8})', 'fortran_order': (?<order>True|False), 'shape': \((?<shape>[0-9, ]*)\), \} *\n\z")]
    private static partial Regex Header();
}
