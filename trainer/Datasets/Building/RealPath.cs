namespace PdnColorize.Datasets.Building;

/// <summary>Paths as the file system sees them, so that two names of one folder are known for the same.</summary>
internal static class RealPath
{
    // Names that differ only in case are mostly one folder on Windows and macOS; where they are not, being too careful destroys nothing.
    private static readonly StringComparison Comparison =
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The full path with every symbolic link followed; what does not exist yet is taken as it is written.</summary>
    /// <exception cref="IOException">A link leads round in a circle.</exception>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        string here = Path.Combine(Of(parent), Path.GetFileName(full));
        return new DirectoryInfo(here) is { LinkTarget: not null } link ? Of(link.ResolveLinkTarget(returnFinalTarget: true)!.FullName) : here;
    }

    /// <summary>Whether two paths name one folder, or one lies inside the other.</summary>
    public static bool Overlap(string one, string other)
    {
        string first = WithSeparator(Of(one));
        string second = WithSeparator(Of(other));
        return first.StartsWith(second, Comparison) || second.StartsWith(first, Comparison);
    }

    // 'part1' must not be taken for a folder inside of 'part'.
    private static string WithSeparator(string path) => Path.EndsInDirectorySeparator(path) ? path : path + Path.DirectorySeparatorChar;
}
