using System.Globalization;

namespace PdnColorize.Training.Evaluation.Studies;

/// <summary>The numbers of hints that are tried.</summary>
internal static class HintCounts
{
    /// <summary>Where only one number is tried: what a user paints in a minute.</summary>
    public const int Usual = 10;

    /// <summary>Random dots.</summary>
    public static int[] All { get; } = [0, 1, 5, 10, 25, 50];

    /// <summary>All but none.</summary>
    public static int[] Some { get; } = [.. All.Where(count => count > 0)];

    /// <summary>Dots in the largest regions.</summary>
    public static int[] Regions { get; } = [0, 5, 10, 25];

    /// <summary>A column's heading.</summary>
    public static string Heading(int count) => count.ToString(CultureInfo.InvariantCulture);
}
