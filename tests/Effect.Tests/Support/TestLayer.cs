using System.Buffers.Binary;
using PdnColorize.Effect.Layers;

namespace PdnColorize.Effect.Tests.Support;

/// <summary>A layer in memory.</summary>
internal sealed class TestLayer(string name, int width, int height) : ILayer, ILayerPixels
{
    public const uint White = 0xFFFFFFFF;
    public const uint Black = 0xFF000000;
    public const uint Red = 0xFFE04030;

    public string Name { get; } = name;

    public bool Visible { get; init; } = true;

    public double Opacity { get; init; } = 1;

    public bool Multiplies { get; init; }

    public int Width { get; } = width;

    public int Height { get; } = height;

    public byte[] Pixels { get; } = new byte[width * height * 4];

    public int TimesOpened { get; private set; }

    public ILayerPixels Open()
    {
        TimesOpened++;
        return this;
    }

    public ReadOnlySpan<byte> Row(int y) => Pixels.AsSpan(y * Width * 4, Width * 4);

    public void Dispose()
    {
    }

    /// <summary>Sets a pixel, as 0xAARRGGBB, which is blue first in memory.</summary>
    public TestLayer Set(int x, int y, uint color)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Pixels.AsSpan(((y * Width) + x) * 4), color);
        return this;
    }

    public TestLayer Fill(uint color) => Fill(0, 0, Width, Height, color);

    public TestLayer Fill(int x, int y, int width, int height, uint color)
    {
        for (int row = y; row < y + height; row++)
            for (int column = x; column < x + width; column++) Set(column, row, color);
        return this;
    }

    /// <summary>Draws the outlines of nested frames, a few pixels wide each: line art of sorts.</summary>
    public TestLayer DrawFrames(uint color, int lineWidth = 3)
    {
        for (int inset = 5; inset < (Math.Min(Width, Height) / 2) - lineWidth; inset += 30)
        {
            int right = Width - inset - lineWidth, bottom = Height - inset - lineWidth;
            Fill(inset, inset, Width - (2 * inset), lineWidth, color);
            Fill(inset, bottom, Width - (2 * inset), lineWidth, color);
            Fill(inset, inset, lineWidth, Height - (2 * inset), color);
            Fill(right, inset, lineWidth, Height - (2 * inset), color);
        }

        return this;
    }
}
