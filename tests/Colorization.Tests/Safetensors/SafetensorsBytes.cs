using System.Buffers.Binary;
using System.Text;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Safetensors;

/// <summary>Puts safetensors files together byte by byte, good ones and bad ones.</summary>
internal static class SafetensorsBytes
{
    /// <summary>Header length, header, data; nothing is checked or padded.</summary>
    public static byte[] Build(ReadOnlySpan<byte> header, int dataLength)
    {
        var file = new byte[8 + header.Length + dataLength];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)header.Length);
        header.CopyTo(file.AsSpan(8));
        return file;
    }

    public static byte[] Build(string header, int dataLength) => Build(Encoding.UTF8.GetBytes(header), dataLength);

    /// <summary>One tensor's entry as it stands in a header.</summary>
    public static string Entry(string name, string dataType, string shape, long begin, long end) =>
        $"\"{name}\":{{\"dtype\":\"{dataType}\",\"shape\":{shape},\"data_offsets\":[{begin},{end}]}}";

    public static SafetensorsFile Read(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        return SafetensorsFile.Read(stream, file.Length);
    }

    /// <summary>Asserts that the file is refused and returns the message.</summary>
    public static string Refusal(byte[] file)
    {
        var message = Assert.Throws<SafetensorsException>(() => Read(file)).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
