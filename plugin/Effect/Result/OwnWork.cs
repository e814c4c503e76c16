using PdnColorize.Effect.Layers;

namespace PdnColorize.Effect.Result;

/// <summary>
/// The pictures that the effect wrote last. A part of one, as a selection leaves it, may look like lines, and must not be taken for them by the next run. For several threads.
/// </summary>
/// <param name="maxBytes">Memory that they may take together. Most lie in the cache of results anyway. The newest one is kept even if it alone takes more.</param>
internal sealed class OwnWork(long maxBytes)
{
    /// <summary>As much as the cache of results has.</summary>
    public const long DefaultBytes = Coloring.ResultCache.DefaultBytes;

    /// <summary>Results that may lie on one layer, each in another place.</summary>
    private const int MostPictures = 8;

    /// <summary>Steps by which a colour may differ: where a selection has a soft edge, Paint.NET rounds.</summary>
    private const int Tolerance = 2;

    private readonly Lock _lock = new();
    private readonly List<(object Effect, FinishedPicture Picture)> _pictures = [];

    /// <summary>The one that Paint.NET's process needs.</summary>
    public static OwnWork Shared { get; } = new(DefaultBytes);

    /// <summary>Notes what an instance of the effect shows from now on. Of all that it showed while the user moved sliders only the last can have been kept.</summary>
    /// <param name="effect">Stands for the instance.</param>
    /// <param name="picture">What it shows.</param>
    public void Note(object effect, FinishedPicture picture)
    {
        lock (_lock)
        {
            _pictures.RemoveAll(noted => ReferenceEquals(noted.Effect, effect) || noted.Picture.IsSameAs(picture));
            _pictures.Add((effect, picture));
            while (_pictures.Count > MostPictures || (_pictures.Count > 1 && _pictures.Sum(noted => (long)noted.Picture.Area.ByteCount) > maxBytes)) _pictures.RemoveAt(0);
        }
    }

    /// <summary>Whether all that is on a layer was left there by the effect.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public bool Covers(ILayer layer, CancellationToken cancellationToken)
    {
        FinishedPicture[] pictures;
        lock (_lock) pictures = [.. _pictures.Select(noted => noted.Picture)];
        if (pictures.Length == 0) return false;
        using ILayerPixels pixels = layer.Open();
        byte[] rest = new byte[checked(pixels.Width * PixelArea.BytesPerPixel)];
        byte[] written = new byte[rest.Length];
        for (int y = 0; y < pixels.Height; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pixels.Row(y).CopyTo(rest);
            foreach (FinishedPicture picture in pictures) Strike(rest, written, picture, y);
            if (!IsTransparent(rest)) return false;
        }

        return true;
    }

    /// <summary>Makes transparent what is as in a picture.</summary>
    private static void Strike(Span<byte> row, Span<byte> written, FinishedPicture picture, int y)
    {
        PixelArea area = picture.Area;
        if (y < area.Y || y >= area.Bottom || area.Right * PixelArea.BytesPerPixel > row.Length || IsTransparent(row)) return;
        Span<byte> part = row.Slice(area.X * PixelArea.BytesPerPixel, area.RowBytes);
        written = written[..part.Length];
        picture.WriteRow(area.X, y, written);
        for (int i = 0; i < part.Length; i += PixelArea.BytesPerPixel)
        {
            if (part[i + 3] != 0 && IsNear(part.Slice(i, 3), written.Slice(i, 3), part[i + 3])) part[i + 3] = 0;
        }
    }

    /// <summary>The fainter a pixel, the less exactly its colour is kept.</summary>
    private static bool IsNear(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other, byte alpha)
    {
        int tolerance = Tolerance + (byte.MaxValue / alpha) - 1;
        return Math.Abs(one[0] - other[0]) <= tolerance && Math.Abs(one[1] - other[1]) <= tolerance && Math.Abs(one[2] - other[2]) <= tolerance;
    }

    private static bool IsTransparent(ReadOnlySpan<byte> row)
    {
        for (int i = PixelArea.BytesPerPixel - 1; i < row.Length; i += PixelArea.BytesPerPixel)
        {
            if (row[i] != 0) return false;
        }

        return true;
    }
}
