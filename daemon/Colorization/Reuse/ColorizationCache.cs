using PdnColorize.Colorization.Compositing;
using PdnColorize.Colorization.LineArt;
using PdnColorize.Colorization.Networks;
using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Reuse;

/// <summary>
/// Remembers what colorizations of the same drawing have in common: its line art and regions, and the colours that the networks give it without hints. For programs
/// that colour a drawing again and again while its hints change. May be used by several threads and several <see cref="Colorizer"/>s.
/// </summary>
public sealed class ColorizationCache
{
    private readonly RecentItems<(DrawingKey Drawing, Guid Reading), PreparedDrawing> _drawings;
    private readonly RecentItems<(DrawingKey Drawing, Guid Networks), ColorField> _colors;

    /// <summary>Creates an empty cache.</summary>
    /// <param name="maximumBytes">Memory that it may hold in all; a drawing of 4096 x 4096 takes about 40 MB with its colours.</param>
    /// <param name="maximumDrawings">Drawings that it may hold.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public ColorizationCache(long maximumBytes, int maximumDrawings)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maximumBytes);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumDrawings);
        _drawings = new(maximumBytes / 2, maximumDrawings);
        _colors = new(maximumBytes / 2, maximumDrawings);
    }

    /// <summary>Bytes held now.</summary>
    public long Bytes => _drawings.Bytes + _colors.Bytes;

    /// <summary>Forgets everything, for instance when memory runs out.</summary>
    public void Clear()
    {
        _drawings.Clear();
        _colors.Clear();
    }

    /// <summary>The drawing prepared, from the cache if it is there.</summary>
    internal PreparedDrawing Prepare(DrawingKey key, Picture drawing, LineArtOptions options, ReadingNetwork? reading, CancellationToken cancellationToken)
    {
        // Models without a reading network share what goes by the lines alone.
        (DrawingKey, Guid) item = (key, reading?.Identity ?? Guid.Empty);
        if (_drawings.TryGet(item, out PreparedDrawing? prepared)) return prepared;
        prepared = PreparedDrawing.Create(drawing, options, reading, cancellationToken);
        _drawings.Add(item, prepared, prepared.Bytes);
        return prepared;
    }

    /// <summary>The colours without hints, from the cache if they are there; the caller may change what it gets.</summary>
    /// <param name="key">The drawing.</param>
    /// <param name="networks">Stands for the networks that paint: other weights give other colours.</param>
    /// <param name="paint">Paints them otherwise.</param>
    internal ColorField Colors(DrawingKey key, Guid networks, Func<ColorField> paint)
    {
        if (!_colors.TryGet((key, networks), out ColorField? colors))
        {
            colors = paint();
            _colors.Add((key, networks), colors, (long)colors.Data.Length * sizeof(float));
        }

        return colors.Copy();
    }
}
