using System.Buffers.Binary;

namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// The contents of a safetensors file (https://github.com/huggingface/safetensors, "Format"): 8 bytes little-endian
/// header length, a JSON header, the tensors' bytes. The reader is meant for files from anywhere: it allocates no more
/// than the file is long, and it either returns everything or throws.
/// </summary>
public sealed class SafetensorsFile
{
    private readonly Dictionary<string, SafetensorsTensor> _byName;

    private SafetensorsFile(IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        Tensors = tensors;
        Metadata = metadata;
        _byName = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The tensors in the order of their data.</summary>
    public IReadOnlyList<SafetensorsTensor> Tensors { get; }

    /// <summary>The file's own notes; empty if it has none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of that name, or null.</summary>
    public SafetensorsTensor? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Reads a file.</summary>
    /// <exception cref="SafetensorsException">The contents break the format or <see cref="SafetensorsLimits"/>.</exception>
    /// <exception cref="IOException">The file is missing, locked or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static SafetensorsFile Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        if (!stream.CanSeek)
            throw new SafetensorsException("Not a usable safetensors file: it is a pipe or a device. Give the name of an ordinary file.");
        return Read(stream, stream.Length);
    }

    /// <summary>Reads from a stream, front to back, exactly <paramref name="length"/> bytes.</summary>
    /// <param name="stream">Positioned at the first byte of the file; stays open.</param>
    /// <param name="length">The file's real length in bytes, from the file system and not from the file.</param>
    /// <exception cref="SafetensorsException">The contents break the format or <see cref="SafetensorsLimits"/>.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static SafetensorsFile Read(Stream stream, long length)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (length > SafetensorsLimits.MaximumFileBytes)
            throw SafetensorsHeader.Invalid($"it has {length} bytes, more than 2 GiB");
        if (length < SafetensorsLimits.PrefixBytes)
            throw SafetensorsHeader.Invalid($"it has {length} bytes, too few for any");
        try
        {
            return ReadAll(stream, length);
        }
        catch (EndOfStreamException exception)
        {
            throw new SafetensorsException(
                "The safetensors file became shorter while it was read. Try again when nothing writes to it.", exception);
        }
    }

    private static SafetensorsFile ReadAll(Stream stream, long length)
    {
        Span<byte> prefix = stackalloc byte[SafetensorsLimits.PrefixBytes];
        stream.ReadExactly(prefix);
        // Checked before anything is allocated: this number is the file's word, not a fact.
        var claimed = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (claimed > SafetensorsLimits.MaximumHeaderBytes)
            throw SafetensorsHeader.Invalid($"it claims a header of {claimed} bytes; {SafetensorsLimits.MaximumHeaderBytes} are allowed");
        var dataLength = length - SafetensorsLimits.PrefixBytes - (long)claimed;
        if (dataLength < 0)
            throw SafetensorsHeader.Invalid($"it ends early, inside its header of {claimed} bytes");
        var headerBytes = new byte[(int)claimed];
        stream.ReadExactly(headerBytes);
        var header = SafetensorsHeader.Parse(headerBytes, dataLength);
        var tensors = new List<SafetensorsTensor>(header.Entries.Count);
        foreach (var entry in header.Entries)
        {
            // The header's check made sure that these add up to what the file has.
            var data = new byte[entry.End - entry.Begin];
            stream.ReadExactly(data);
            tensors.Add(new SafetensorsTensor(entry.Name, entry.DataType, entry.Shape, data));
        }

        return new SafetensorsFile(tensors, header.Metadata);
    }
}
