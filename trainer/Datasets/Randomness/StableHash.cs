using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PdnColorize.Datasets.Randomness;

/// <summary>Hashes that are the same on every machine, in every run and for every number of workers.</summary>
internal static class StableHash
{
    /// <summary>The first 8 bytes of the SHA-256 of purpose, seed and key; the purpose keeps choices independent of each other.</summary>
    public static ulong Of(string purpose, ulong seed, string key)
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{purpose}\n{seed}\n{key}"));
        return BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(text));
    }

    /// <summary>SHA-256 as 64 hexadecimal digits in lower case.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <inheritdoc cref="Sha256(ReadOnlySpan{byte})"/>
    public static string Sha256(string text) => Sha256(Encoding.UTF8.GetBytes(text));

    /// <summary>SHA-256 of a file, read piece by piece.</summary>
    public static string Sha256OfFile(string path)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
