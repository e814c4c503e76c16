using PdnColorize.Datasets.Pictures;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets.Building;

/// <summary>The files of a picture: its colours and, if it has them, its lines.</summary>
internal sealed record SourceFiles(byte[] Colors, byte[]? Lines)
{
    /// <summary>SHA-256 of the colours, or of the colours and the lines after them.</summary>
    public string Sha256 => StableHash.Sha256(Lines is null ? Colors : [.. Colors, .. Lines]);

    /// <exception cref="RejectException">One is too large or cannot be read.</exception>
    public static SourceFiles Read(PictureSource source) =>
        new(PictureDecoder.ReadFile(source.Path), source.LinePath is { } lines ? PictureDecoder.ReadFile(lines) : null);

    /// <summary>Bytes of all files, and the latest time of change: an unchanged picture has both unchanged.</summary>
    public static (long Length, long ModifiedTicks) Stamp(PictureSource source)
    {
        FileInfo colors = new(source.Path);
        FileInfo? lines = source.LinePath is { } path ? new FileInfo(path) : null;
        long length = (colors.Exists ? colors.Length : 0) + (lines is { Exists: true } ? lines.Length : 0);
        return (length, Math.Max(colors.LastWriteTimeUtc.Ticks, lines?.LastWriteTimeUtc.Ticks ?? 0));
    }
}
