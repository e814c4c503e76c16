using System.IO.Compression;
using System.Text;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.Pictures;

namespace PdnColorize.PaintDotNetHost.OpenRaster;

/// <summary>
/// Reads layered documents as Krita, GIMP and MyPaint write them: OpenRaster 0.0.5 (https://www.openraster.org), a zip file with a list of layers and a PNG file for each.
/// </summary>
public static class OpenRasterReader
{
    private const string MimeType = "image/openraster";

    /// <summary>A list of ten thousand layers takes a few megabytes.</summary>
    private const long LongestList = 16 << 20;

    /// <summary>A layer of the largest picture, if nothing in it could be compressed.</summary>
    private const long LongestLayer = (long)PngReader.MaxPixels * 4 + (1 << 20);

    /// <summary>Reads a document. Groups become their layers, with the group's offset, visibility and opacity.</summary>
    /// <exception cref="OpenRasterException">It is none.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static Document Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        string name = Path.GetFileName(path);
        try
        {
            using ZipArchive zip = new(file, ZipArchiveMode.Read);
            return Read(zip, name);
        }
        catch (InvalidDataException e)
        {
            throw new OpenRasterException($"{name} is no OpenRaster file: it is no zip archive, or it is damaged ({e.Message})", e);
        }
    }

    private static Document Read(ZipArchive zip, string name)
    {
        string type = Encoding.ASCII.GetString(ReadEntry(zip, "mimetype", 100, name)).Trim();
        if (type != MimeType) throw new OpenRasterException($"{name} is no OpenRaster file: its type is '{type}', not '{MimeType}'.");
        LayerList list = LayerList.Parse(ReadEntry(zip, "stack.xml", LongestList, name), name);
        Document document = new(list.Width, list.Height);
        foreach (LayerList.Entry entry in list.Layers)
        {
            Layer layer = document.AddLayer(entry.Name);
            (layer.Visible, layer.Opacity, layer.BlendMode) = (entry.Visible, entry.Opacity, entry.BlendMode);
            if (entry.IsSelected) document.ActiveLayerIndex = document.Layers.Count - 1;
            if (entry.Source is null) continue;
            try
            {
                using MemoryStream png = new(ReadEntry(zip, entry.Source, LongestLayer, name));
                Place(PngReader.Read(png), entry.X, entry.Y, layer.Pixels, document.Size);
            }
            catch (InvalidDataException e)
            {
                throw new OpenRasterException($"{name}: the layer '{entry.Name}' cannot be read: {e.Message}", e);
            }
        }

        return document;
    }

    private static byte[] ReadEntry(ZipArchive zip, string path, long limit, string name)
    {
        ZipArchiveEntry entry = zip.GetEntry(path) ?? throw new OpenRasterException($"{name} is no complete OpenRaster file: it has no {path}.");
        if (entry.Length > limit) throw TooLong();
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        byte[] part = new byte[81920];
        // Not by the length that the archive claims: that may be a lie.
        for (int read; (read = stream.Read(part)) > 0;)
        {
            if (bytes.Length + read > limit) throw TooLong();
            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();

        OpenRasterException TooLong() => new($"{name}: {path} is longer than {limit} bytes.");
    }

    /// <summary>Copies what of a layer's picture lies on the document.</summary>
    private static void Place(Picture picture, int x, int y, byte[] layer, SizeInt32 size)
    {
        // Where a layer begins may be anything, so its end may not fit into an int.
        int left = Math.Max(x, 0);
        int right = (int)Math.Min((long)x + picture.Width, size.Width);
        int bottom = (int)Math.Min((long)y + picture.Height, size.Height);
        if (left >= right) return;
        for (int row = Math.Max(y, 0); row < bottom; row++)
        {
            picture.Pixels.AsSpan(((row - y) * picture.Width + (left - x)) * 4, (right - left) * 4).CopyTo(layer.AsSpan((row * size.Width + left) * 4));
        }
    }
}
