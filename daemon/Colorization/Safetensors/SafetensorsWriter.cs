using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PdnColorize.Colorization.Safetensors;

/// <summary>
/// Writes safetensors files: the same tensors give the same bytes. The data begins at a multiple of 8, and larger element
/// types come first, so that every tensor is aligned for programs that map the file.
/// </summary>
public static class SafetensorsWriter
{
    private const int Alignment = 8;

    /// <summary>
    /// Writes a file under a temporary name beside <paramref name="path"/> and renames it when it is complete, so that
    /// nobody ever sees half of one. An existing file is replaced.
    /// </summary>
    /// <param name="path">The file to write; its folder exists.</param>
    /// <param name="tensors">In the order to write, but for larger element types coming first.</param>
    /// <param name="metadata">Notes for the header, written in ordinal order of their keys.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or they break <see cref="SafetensorsLimits"/>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public static void Write(string path, IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var fullPath = Path.GetFullPath(path);
        var temporary = Path.Combine(
            Path.GetDirectoryName(fullPath) ?? throw new ArgumentException("Not the name of a file.", nameof(path)),
            $".{Path.GetFileName(fullPath)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                Write(stream, tensors, metadata);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, fullPath, overwrite: true);
        }
        finally
        {
            // After the rename there is nothing left under that name.
            File.Delete(temporary);
        }
    }

    /// <summary>Writes the file's bytes to a stream, front to back.</summary>
    /// <param name="stream">Stays open.</param>
    /// <param name="tensors">In the order to write, but for larger element types coming first.</param>
    /// <param name="metadata">Notes for the header, written in ordinal order of their keys.</param>
    /// <exception cref="ArgumentException">Two tensors have one name, or they break <see cref="SafetensorsLimits"/>.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public static void Write(Stream stream, IReadOnlyList<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(tensors);
        if (tensors.Count > SafetensorsLimits.MaximumTensors)
            throw new ArgumentException($"{tensors.Count} tensors; {SafetensorsLimits.MaximumTensors} are allowed.", nameof(tensors));
        if (tensors.GroupBy(tensor => tensor.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Two tensors are named '{twice.Key}'.", nameof(tensors));
        var ordered = tensors.OrderByDescending(tensor => tensor.DataType.ElementSize()).ToList();
        var header = BuildHeader(ordered, metadata);
        if (header.Length > SafetensorsLimits.MaximumHeaderBytes)
            throw new ArgumentException("Names and notes do not fit into a header of 1 MiB.", nameof(tensors));
        var total = SafetensorsLimits.PrefixBytes + header.Length + ordered.Sum(tensor => (long)tensor.Data.Length);
        if (total > SafetensorsLimits.MaximumFileBytes)
            throw new ArgumentException("The tensors do not fit into 2 GiB.", nameof(tensors));
        Span<byte> prefix = stackalloc byte[SafetensorsLimits.PrefixBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);
        foreach (var tensor in ordered)
            stream.Write(tensor.Data.Span);
    }

    private static byte[] BuildHeader(List<SafetensorsTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        // The relaxed encoder still escapes quotes and control characters; the header never stands in a web page.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(buffer, options))
        {
            writer.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                writer.WriteStartObject(SafetensorsHeader.MetadataKey);
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    writer.WriteString(key, value);
                writer.WriteEndObject();
            }

            var position = 0L;
            foreach (var tensor in tensors)
            {
                writer.WriteStartObject(tensor.Name);
                writer.WriteString("dtype", tensor.DataType.ToHeaderText());
                WriteNumbers(writer, "shape", tensor.Shape);
                WriteNumbers(writer, "data_offsets", [position, position + tensor.Data.Length]);
                writer.WriteEndObject();
                position += tensor.Data.Length;
            }

            writer.WriteEndObject();
        }

        var header = new byte[(buffer.WrittenCount + Alignment - 1) / Alignment * Alignment];
        header.AsSpan().Fill((byte)' ');
        buffer.WrittenSpan.CopyTo(header);
        return header;
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string property, IReadOnlyList<long> numbers)
    {
        writer.WriteStartArray(property);
        foreach (var number in numbers)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
    }
}
