namespace OpenCvSharp;

/// <summary>A rectangle of pixels; the right and bottom edges lie outside it.</summary>
public record struct Rect(int X, int Y, int Width, int Height)
{
    public int X = X;
    public int Y = Y;
    public int Width = Width;
    public int Height = Height;

    public Rect(Point location, Size size)
        : this(location.X, location.Y, size.Width, size.Height)
    {
    }

    /// <exception cref="ArgumentException"><paramref name="right"/> lies left of <paramref name="left"/>, or the bottom above the top.</exception>
    public static Rect FromLTRB(int left, int top, int right, int bottom)
    {
        if (right < left || bottom < top)
            throw new ArgumentException($"The rectangle from ({left}, {top}) to ({right}, {bottom}) has a negative width or height.");
        return new Rect(left, top, right - left, bottom - top);
    }

    public int Left { readonly get => X; set => X = value; }

    public int Top { readonly get => Y; set => Y = value; }

    public readonly int Right => X + Width;

    public readonly int Bottom => Y + Height;

    public Point Location
    {
        readonly get => new(X, Y);
        set => (X, Y) = (value.X, value.Y);
    }

    public Size Size
    {
        readonly get => new(Width, Height);
        set => (Width, Height) = (value.Width, value.Height);
    }

    public readonly Point TopLeft => new(X, Y);

    public readonly Point BottomRight => new(X + Width, Y + Height);

    public static Rect operator +(Rect rect, Point pt) => new(rect.X + pt.X, rect.Y + pt.Y, rect.Width, rect.Height);

    public static Rect operator -(Rect rect, Point pt) => new(rect.X - pt.X, rect.Y - pt.Y, rect.Width, rect.Height);

    public static Rect operator &(Rect a, Rect b) => Intersect(a, b);

    public static Rect operator |(Rect a, Rect b) => Union(a, b);

    public readonly bool Contains(int x, int y) => X <= x && Y <= y && x < Right && y < Bottom;

    public readonly bool Contains(Point pt) => Contains(pt.X, pt.Y);

    public readonly bool Contains(Rect rect) => X <= rect.X && rect.Right <= Right && Y <= rect.Y && rect.Bottom <= Bottom;

    /// <summary>Moves each edge outwards, the vertical ones by <paramref name="width"/>, the horizontal ones by <paramref name="height"/>.</summary>
    public void Inflate(int width, int height) =>
        (X, Y, Width, Height) = (X - width, Y - height, Width + (2 * width), Height + (2 * height));

    public static Rect Inflate(Rect rect, int x, int y)
    {
        rect.Inflate(x, y);
        return rect;
    }

    /// <summary>The common part; an empty rectangle at (0, 0) if there is none.</summary>
    public static Rect Intersect(Rect a, Rect b)
    {
        int left = Math.Max(a.X, b.X), right = Math.Min(a.Right, b.Right);
        int top = Math.Max(a.Y, b.Y), bottom = Math.Min(a.Bottom, b.Bottom);
        return right >= left && bottom >= top ? new Rect(left, top, right - left, bottom - top) : default;
    }

    public readonly Rect Intersect(Rect rect) => Intersect(this, rect);

    public readonly bool IntersectsWith(Rect rect) => X < rect.Right && rect.X < Right && Y < rect.Bottom && rect.Y < Bottom;

    /// <summary>The smallest rectangle that holds both.</summary>
    public static Rect Union(Rect a, Rect b)
    {
        int left = Math.Min(a.X, b.X), top = Math.Min(a.Y, b.Y);
        return new Rect(left, top, Math.Max(a.Right, b.Right) - left, Math.Max(a.Bottom, b.Bottom) - top);
    }

    public readonly Rect Union(Rect rect) => Union(this, rect);
}
