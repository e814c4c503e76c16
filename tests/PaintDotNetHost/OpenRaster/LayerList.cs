using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using PaintDotNet;
using PdnColorize.PaintDotNetHost.Pictures;

namespace PdnColorize.PaintDotNetHost.OpenRaster;

/// <summary>The file stack.xml of an OpenRaster document.</summary>
internal sealed class LayerList
{
    /// <summary>Groups in groups; more would be a trick.</summary>
    private const int DeepestGroup = 50;

    private readonly string _file;

    private LayerList(XElement image, string file)
    {
        _file = file;
        Width = Side(image, "w");
        Height = Side(image, "h");
        if ((long)Width * Height > PngReader.MaxPixels) throw Bad($"a picture of {Width} x {Height} is too large");
        XElement stack = image.Element("stack") ?? throw Bad("stack.xml has no stack");
        // The root's offset, opacity and so on mean nothing.
        List<Entry> fromTheTop = [];
        foreach (XElement child in stack.Elements()) Add(fromTheTop, child, new Group(0, 0, 1, true), 0);
        if (fromTheTop.Count == 0) throw Bad("it has no layers");
        Layers = [.. Enumerable.Reverse(fromTheTop)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>From the lowest to the highest.</summary>
    public IReadOnlyList<Entry> Layers { get; }

    /// <exception cref="OpenRasterException">It is none.</exception>
    public static LayerList Parse(byte[] xml, string file)
    {
        XElement root;
        try
        {
            using MemoryStream stream = new(xml);
            using XmlReader reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            root = XElement.Load(reader);
        }
        catch (XmlException e)
        {
            throw new OpenRasterException($"{file}: stack.xml cannot be read: {e.Message}", e);
        }

        return root.Name.LocalName == "image" ? new LayerList(root, file) : throw new OpenRasterException($"{file}: stack.xml describes '{root.Name.LocalName}', not an image.");
    }

    private void Add(List<Entry> entries, XElement element, Group group, int depth)
    {
        if (depth > DeepestGroup) throw Bad("its groups are nested too deeply");
        int x = Offset(element, "x", group.X);
        int y = Offset(element, "y", group.Y);
        float opacity = group.Opacity * Opacity(element);
        bool visible = group.Visible && element.Attribute("visibility")?.Value != "hidden";
        if (element.Name == "stack")
        {
            foreach (XElement child in element.Elements()) Add(entries, child, new Group(x, y, opacity, visible), depth + 1);
            return;
        }

        // Whatever else there may be, as texts, is none of ours.
        if (element.Name != "layer") return;
        string name = element.Attribute("name")?.Value ?? $"Layer {entries.Count + 1}";
        entries.Add(new Entry(name, Source(element, name), x, y, visible, opacity, Mode(element, name), element.Attribute("selected")?.Value == "true"));
    }

    private string? Source(XElement layer, string name)
    {
        string? source = layer.Attribute("src")?.Value;
        if (string.IsNullOrEmpty(source)) return null;
        // A place in the archive and nowhere else.
        if (source.StartsWith('/') || source.Contains('\\') || source.Contains(':') || source.Split('/').Contains(".."))
            throw Bad($"the layer '{name}' is said to lie at '{source}', which is no place in this file");
        return source;
    }

    private LayerBlendMode Mode(XElement layer, string name) => layer.Attribute("composite-op")?.Value switch
    {
        null or "" or "svg:src-over" => LayerBlendMode.Normal,
        "svg:multiply" => LayerBlendMode.Multiply,
        "svg:screen" => LayerBlendMode.Screen,
        "svg:overlay" => LayerBlendMode.Overlay,
        "svg:darken" => LayerBlendMode.Darken,
        "svg:lighten" => LayerBlendMode.Lighten,
        "svg:color-dodge" => LayerBlendMode.ColorDodge,
        "svg:color-burn" => LayerBlendMode.ColorBurn,
        "svg:difference" => LayerBlendMode.Difference,
        "svg:plus" => LayerBlendMode.Additive,
        { } other => throw Bad($"the layer '{name}' is blended by '{other}', which Paint.NET does not have; set it to normal"),
    };

    private int Side(XElement image, string attribute) =>
        int.TryParse(image.Attribute(attribute)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value is >= 1 and <= PngReader.MaxSide
            ? value
            : throw Bad($"its size '{attribute}' is '{image.Attribute(attribute)?.Value}', not 1 to {PngReader.MaxSide} pixels");

    private int Offset(XElement element, string attribute, int begin)
    {
        if (element.Attribute(attribute)?.Value is not { } text) return begin;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && Math.Abs((long)value + begin) <= 1 << 20
            ? begin + value
            : throw Bad($"'{text}' is no offset");
    }

    private float Opacity(XElement element)
    {
        if (element.Attribute("opacity")?.Value is not { } text) return 1;
        return float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && value is >= 0 and <= 1
            ? value
            : throw Bad($"the opacity '{text}' is not between 0 and 1");
    }

    private OpenRasterException Bad(string what) => new($"{_file}: {what}.");

    /// <summary>A layer.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Source">Its picture's path in the archive; null for an empty layer.</param>
    /// <param name="X">Where the picture begins.</param>
    /// <param name="Y">Where the picture begins.</param>
    /// <param name="Visible">Whether it and all groups around it are shown.</param>
    /// <param name="Opacity">0..1, with those of the groups around it.</param>
    /// <param name="BlendMode">How it is put over the layers below.</param>
    /// <param name="IsSelected">Whether it is the active layer.</param>
    internal sealed record Entry(string Name, string? Source, int X, int Y, bool Visible, float Opacity, LayerBlendMode BlendMode, bool IsSelected);

    private readonly record struct Group(int X, int Y, float Opacity, bool Visible);
}
