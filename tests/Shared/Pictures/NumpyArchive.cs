using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

using OpenCvSharp;

namespace PdnColorize.Tests.Shared;

/// <summary>Reads the arrays of an .npz file (a zip of .npy files, format 1.0, C order) as Mats.</summary>
internal sealed partial class NumpyArchive : IDisposable
{
    private static readonly Dictionary<string, int> Depths = new()
    {
        ["|u1"] = MatType.CV_8U,
        ["<u2"] = MatType.CV_16U,
        ["<i2"] = MatType.CV_16S,
        ["<i4"] = MatType.CV_32S,
        ["<f4"] = MatType.CV_32F,
        ["<f8"] = MatType.CV_64F,
    };

    private readonly ZipArchive _zip;

    public NumpyArchive(string name) => _zip = ZipFile.OpenRead(Path.Combine(AppContext.BaseDirectory, "fixtures", name));

    public IEnumerable<string> Names => _zip.Entries.Select(entry => Path.GetFileNameWithoutExtension(entry.FullName));

    /// <summary>An array of two dimensions, or of three whose last one is the channels; the caller disposes it.</summary>
    public Mat Read(string name)
    {
        var entry = _zip.GetEntry(name + ".npy") ?? throw new KeyNotFoundException($"The archive has no '{name}'.");
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);

        // Magic string and version take 8 bytes, then come the header's length and text.
        var headerLength = BitConverter.ToUInt16(bytes, 8);
        var header = Header().Match(Encoding.ASCII.GetString(bytes, 10, headerLength));
        Assert.True(header.Success, $"'{name}' is not an array in C order.");
        var shape = header.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        var type = MatType.MakeType(Depths[header.Groups["type"].Value], shape.Length > 2 ? shape[2] : 1);
        using var pixels = Mat.FromPixelData(shape[0], shape.Length > 1 ? shape[1] : 1, type, bytes[(10 + headerLength)..]);
        return pixels.Clone();
    }

    public void Dispose() => _zip.Dispose();

    [GeneratedRegex(@"'descr': '(?<type>[^']+)', 'fortran_order': False, 'shape': \((?<shape>[^)]*)\)")]
    private static partial Regex Header();
}
