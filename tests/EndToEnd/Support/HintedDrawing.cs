using System.IO.Compression;
using PdnColorize.PaintDotNetHost.Pictures;

namespace PdnColorize.EndToEnd.Support;

/// <summary>A drawing in layers, as OpenRaster, with a layer of hints; and one dot of these.</summary>
internal sealed class HintedDrawing
{
    private const string HintsFile = "data/hints.png";

    private readonly Dictionary<string, byte[]> _files;
    private readonly Picture _hints;
    private readonly List<int> _dot;

    private HintedDrawing(Dictionary<string, byte[]> files, int x, int y)
    {
        _files = files;
        using MemoryStream stream = new(files[HintsFile]);
        _hints = PngReader.Read(stream);
        _dot = FindDot(x, y);
    }

    /// <summary>The dot's colour.</summary>
    public (byte Blue, byte Green, byte Red) ColorOfDot => (_hints.Pixels[_dot[0] * 4], _hints.Pixels[(_dot[0] * 4) + 1], _hints.Pixels[(_dot[0] * 4) + 2]);

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="x">Column near the dot.</param>
    /// <param name="y">Row near the dot.</param>
    public static HintedDrawing Read(string path, int x, int y)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        Dictionary<string, byte[]> files = [];
        foreach (ZipArchiveEntry entry in archive.Entries)
        {
            using Stream stream = entry.Open();
            using MemoryStream content = new();
            stream.CopyTo(content);
            files.Add(entry.FullName, content.ToArray());
        }

        return new HintedDrawing(files, x, y);
    }

    /// <summary>Gives the dot another colour.</summary>
    public void Repaint((byte Blue, byte Green, byte Red) color)
    {
        foreach (int at in _dot) (_hints.Pixels[at * 4], _hints.Pixels[(at * 4) + 1], _hints.Pixels[(at * 4) + 2]) = color;
    }

    public void Write(string path)
    {
        string hints = path + ".hints.png";
        PngWriter.Write(hints, _hints);
        using FileStream file = File.Create(path);
        using ZipArchive archive = new(file, ZipArchiveMode.Create);
        foreach ((string name, byte[] content) in _files)
        {
            using Stream stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
            stream.Write(name == HintsFile ? File.ReadAllBytes(hints) : content);
        }

        File.Delete(hints);
    }

    /// <summary>How far a picture is from a colour where the dot is: steps of a channel, on average.</summary>
    public double DifferenceAtDot(Picture picture, (byte Blue, byte Green, byte Red) color) => _dot.Average(at =>
        (Math.Abs(picture.Pixels[at * 4] - color.Blue) + Math.Abs(picture.Pixels[(at * 4) + 1] - color.Green) + Math.Abs(picture.Pixels[(at * 4) + 2] - color.Red)) / 3.0);

    /// <summary>How far two pictures are from each other further than half a picture away from the dot.</summary>
    public double DifferenceFarFromDot(Picture one, Picture other)
    {
        int x = _dot[0] % _hints.Width, y = _dot[0] / _hints.Width;
        return Enumerable.Range(0, one.Pixels.Length)
            .Where(i => i % 4 != 3 && Math.Max(Math.Abs((i / 4 % one.Width) - x), Math.Abs((i / 4 / one.Width) - y)) > one.Width / 2)
            .Average(i => Math.Abs(one.Pixels[i] - other.Pixels[i]));
    }

    /// <summary>All pixels of one colour that hang together, from the nearest opaque one on.</summary>
    private List<int> FindDot(int x, int y)
    {
        List<int> dot = [Enumerable.Range(0, _hints.Width * _hints.Height)
            .Where(at => _hints.Pixels[(at * 4) + 3] == 255)
            .MinBy(at => Math.Abs((at % _hints.Width) - x) + Math.Abs((at / _hints.Width) - y))];
        for (int i = 0; i < dot.Count; i++)
        {
            foreach (int next in (int[])[dot[i] - 1, dot[i] + 1, dot[i] - _hints.Width, dot[i] + _hints.Width])
            {
                if (next < 0 || next >= _hints.Width * _hints.Height || dot.Contains(next)) continue;
                if (_hints.Pixels.AsSpan(next * 4, 4).SequenceEqual(_hints.Pixels.AsSpan(dot[0] * 4, 4))) dot.Add(next);
            }
        }

        return dot;
    }
}
