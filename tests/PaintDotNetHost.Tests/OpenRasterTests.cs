using System.IO.Compression;
using System.Text;
using PaintDotNet;
using PaintDotNet.Rendering;
using PdnColorize.PaintDotNetHost.Documents;
using PdnColorize.PaintDotNetHost.OpenRaster;
using PdnColorize.PaintDotNetHost.Pictures;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>Documents from OpenRaster files, good and bad.</summary>
public sealed class OpenRasterTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ora");

    [Fact]
    public void Read_Fixture_HasItsLayersFromTheLowestToTheHighest()
    {
        Document document = OpenRasterReader.Read(Path.Combine(AppContext.BaseDirectory, "fixtures", "drawing.ora"));

        Assert.Equal(new SizeInt32(273, 273), document.Size);
        Assert.Equal(["paper", "colours", "lines", "hints"], document.Layers.Select(layer => layer.Name));
        Assert.Equal("colours", document.ActiveLayer.Name);
        Assert.Equal([true, true, true, false], document.Layers.Select(layer => layer.Visible));
        Assert.Equal(LayerBlendMode.Multiply, document.Layers[2].BlendMode);
        Assert.All(document.ActiveLayer.Pixels, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Read_NestedGroups_AddOffsetsOpacityAndVisibility()
    {
        string path = Write("""
            <image w="4" h="3"><stack>
              <layer name="top" src="data/dot.png" x="3" y="-1" opacity="0.5" composite-op="svg:screen"/>
              <stack x="1" y="1" opacity="0.5" visibility="hidden">
                <layer name="inner" src="data/dot.png" opacity="0.5" selected="true"/>
                <stack x="1"><layer name="innermost" src="data/dot.png" visibility="visible"/></stack>
              </stack>
              <layer name="empty" />
            </stack></image>
            """);

        Document document = OpenRasterReader.Read(path);

        Assert.Equal(["empty", "innermost", "inner", "top"], document.Layers.Select(layer => layer.Name));
        Assert.Equal(new[] { 1, 0.5f, 0.25f, 0.5f }, document.Layers.Select(layer => layer.Opacity));
        Assert.Equal([true, false, false, true], document.Layers.Select(layer => layer.Visible));
        Assert.Equal(LayerBlendMode.Screen, document.Layers[3].BlendMode);
        Assert.Equal("inner", document.ActiveLayer.Name);
        // dot.png: red, green / blue, transparent white; as far as it lies on the document.
        Assert.Equal("............", Show(document.Layers[0]));
        Assert.Equal("......rg..b.", Show(document.Layers[1]));
        Assert.Equal(".....rg..b..", Show(document.Layers[2]));
        Assert.Equal("...b........", Show(document.Layers[3]));
    }

    [Theory]
    [InlineData("svg:src-over", LayerBlendMode.Normal)]
    [InlineData("svg:multiply", LayerBlendMode.Multiply)]
    [InlineData("svg:color-dodge", LayerBlendMode.ColorDodge)]
    [InlineData("svg:plus", LayerBlendMode.Additive)]
    public void Read_CompositeOperation_IsTheBlendModeOfThatName(string operation, LayerBlendMode expected)
    {
        string path = Write($"""<image w="2" h="2"><stack><layer name="a" src="data/dot.png" composite-op="{operation}"/></stack></image>""");

        Assert.Equal(expected, OpenRasterReader.Read(path).Layers[0].BlendMode);
    }

    [Theory]
    [InlineData("""<image w="2" h="2"><stack><layer src="../secret.png"/></stack></image>""", "no place in this file")]
    [InlineData("""<image w="2" h="2"><stack><layer src="/etc/passwd"/></stack></image>""", "no place in this file")]
    [InlineData("""<image w="2" h="2"><stack><layer src="C:\secret.png"/></stack></image>""", "no place in this file")]
    [InlineData("""<image w="2" h="2"><stack><layer src="data/missing.png"/></stack></image>""", "it has no data/missing.png")]
    [InlineData("""<image w="2" h="2"><stack><layer name="a" src="mimetype"/></stack></image>""", "the layer 'a' cannot be read: it is no PNG file")]
    [InlineData("""<image w="0" h="2"><stack><layer/></stack></image>""", "its size 'w' is '0'")]
    [InlineData("""<image h="2"><stack><layer/></stack></image>""", "its size 'w' is ''")]
    [InlineData("""<image w="99999999999" h="2"><stack><layer/></stack></image>""", "its size 'w'")]
    [InlineData("""<image w="65000" h="65000"><stack><layer/></stack></image>""", "too large")]
    [InlineData("""<image w="2" h="2"><stack/></image>""", "it has no layers")]
    [InlineData("""<image w="2" h="2"/>""", "has no stack")]
    [InlineData("""<svg/>""", "describes 'svg'")]
    [InlineData("""<image w="2" h="2"><stack>""", "stack.xml cannot be read")]
    [InlineData("""<!DOCTYPE a [<!ENTITY b "c">]><image w="2" h="2"/>""", "stack.xml cannot be read")]
    [InlineData("""<image w="2" h="2"><stack><layer opacity="2"/></stack></image>""", "the opacity '2'")]
    [InlineData("""<image w="2" h="2"><stack><layer x="1.5"/></stack></image>""", "'1.5' is no offset")]
    [InlineData("""<image w="2" h="2"><stack><layer name="a" composite-op="svg:luminosity"/></stack></image>""", "set it to normal")]
    public void Read_BadList_SaysWhatIsWrong(string xml, string expected)
    {
        string path = Write(xml);

        OpenRasterException error = Assert.Throws<OpenRasterException>(() => OpenRasterReader.Read(path));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains("drawing.ora", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoZip_SaysSo()
    {
        string path = Path.Combine(_folder.FullName, "picture.ora");
        File.WriteAllText(path, "I am a text.");

        OpenRasterException error = Assert.Throws<OpenRasterException>(() => OpenRasterReader.Read(path));

        Assert.Contains("no zip archive", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-krita", "its type is 'application/x-krita'")]
    [InlineData(null, "it has no mimetype")]
    public void Read_OtherKindOfZip_SaysSo(string? mimetype, string expected)
    {
        string path = Write("""<image w="2" h="2"><stack><layer/></stack></image>""", mimetype);

        Assert.Contains(expected, Assert.Throws<OpenRasterException>(() => OpenRasterReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NoList_SaysSo()
    {
        string path = Write(null);

        Assert.Contains("it has no stack.xml", Assert.Throws<OpenRasterException>(() => OpenRasterReader.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ListThatUnpacksToFarMoreThanItShould_IsRefused()
    {
        string path = Write(new string(' ', 17 << 20));

        Assert.Contains("longer than", Assert.Throws<OpenRasterException>(() => OpenRasterReader.Read(path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Show(Layer layer) => string.Concat(layer.Pixels.Chunk(4).Select(pixel => pixel switch
    {
        [0, 0, 255, 255] => 'r',
        [0, 255, 0, 255] => 'g',
        [255, 0, 0, 255] => 'b',
        [_, _, _, 0] => '.',
        _ => '?',
    }));

    private string Write(string? xml, string? mimetype = "image/openraster")
    {
        string path = Path.Combine(_folder.FullName, "drawing.ora");
        using ZipArchive zip = new(File.Create(path), ZipArchiveMode.Create);
        if (mimetype is not null) Add("mimetype", Encoding.ASCII.GetBytes(mimetype));
        if (xml is not null) Add("stack.xml", Encoding.UTF8.GetBytes(xml));
        using MemoryStream png = new();
        PngWriter.Write(png, new Picture(2, 2, [0, 0, 255, 255, 0, 255, 0, 255, 255, 0, 0, 255, 255, 255, 255, 0]));
        Add("data/dot.png", png.ToArray());
        return path;

        void Add(string name, byte[] content)
        {
            using Stream stream = zip.CreateEntry(name).Open();
            stream.Write(content);
        }
    }
}
