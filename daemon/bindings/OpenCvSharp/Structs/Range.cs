namespace OpenCvSharp;

/// <summary>Rows or columns from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public record struct Range(int Start, int End)
{
    public int Start = Start;
    public int End = End;

    /// <summary>OpenCV's mark for "all of them".</summary>
    public static Range All => new(int.MinValue, int.MaxValue);
}
