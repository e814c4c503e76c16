using System.Security.Cryptography;
using System.Text.Json;
using PdnColorize.PaintDotNetHost.Pictures;

namespace PdnColorize.PaintDotNetHost.Tests;

/// <summary>PNG files, compared with what Pillow reads from them (fixtures/make_fixtures.py).</summary>
public sealed class PngTests
{
    private static readonly string Fixtures = Path.Combine(AppContext.BaseDirectory, "fixtures");

    [Theory]
    [InlineData("plain.png")]
    [InlineData("alpha.png")]
    [InlineData("gray-alpha.png")]
    [InlineData("palette.png")]
    [InlineData("deep.png")]
    [InlineData("one-bit.png")]
    [InlineData("two-bit-palette.png")]
    [InlineData("transparent-gray.png")]
    [InlineData("transparent-color.png")]
    public void Read_EachKind_IsWhatPillowReads(string name)
    {
        using FileStream file = File.OpenRead(Path.Combine(Fixtures, "pictures", name));
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures, "pictures.json")));
        JsonElement values = expected.RootElement.GetProperty(name);

        Picture picture = PngReader.Read(file);

        Assert.Equal((values.GetProperty("width").GetInt32(), values.GetProperty("height").GetInt32()), (picture.Width, picture.Height));
        Assert.Equal(values.GetProperty("first").EnumerateArray().Select(value => value.GetByte()), picture.Pixels[..4]);
        Assert.Equal(values.GetProperty("sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(picture.Pixels)));
    }

    [Fact]
    public void Read_Interlaced_SaysWhatToDo()
    {
        using FileStream file = File.OpenRead(Path.Combine(Fixtures, "pictures", "interlaced.png"));

        Assert.Contains("save it without", Assert.Throws<InvalidDataException>(() => PngReader.Read(file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CutOffAnywhere_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(Fixtures, "pictures", "palette.png"));
        // The last part, IEND of 12 bytes, holds nothing.
        for (int length = 0; length < whole.Length - 12; length++)
        {
            using MemoryStream cut = new(whole[..length]);
            Assert.Throws<InvalidDataException>(() => PngReader.Read(cut));
        }
    }

    [Fact]
    public void Read_OneByteWrong_IsRefused()
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(Fixtures, "pictures", "palette.png"));
        for (int i = 0; i < whole.Length - 12; i++)
        {
            byte[] damaged = (byte[])whole.Clone();
            damaged[i] ^= 0x10;
            using MemoryStream stream = new(damaged);
            Assert.Throws<InvalidDataException>(() => PngReader.Read(stream));
        }
    }

    [Fact]
    public void Write_ThenRead_IsTheSame()
    {
        byte[] pixels = new byte[37 * 21 * 4];
        new Random(1).NextBytes(pixels);
        using MemoryStream stream = new();

        PngWriter.Write(stream, new Picture(37, 21, pixels));
        stream.Position = 0;

        Assert.Equal(pixels, PngReader.Read(stream).Pixels);
    }
}
