namespace PdnColorize.Protocol.Runtime;

/// <summary>One spelling for a folder, so that the daemon and its callers mean the same installation.</summary>
internal static class InstallationFolder
{
    /// <summary>As many links as Linux follows before it suspects a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>The full path, links followed, without a separator at its end; on Windows in upper case.</summary>
    public static string Normalize(string folder)
    {
        string real = Path.TrimEndingDirectorySeparator(Follow(folder, MostLinks));
        return OperatingSystem.IsWindows() ? real.ToUpperInvariant() : real;
    }

    private static string Follow(string path, int linksLeft)
    {
        string full = Path.GetFullPath(path);
        string resolved = Path.GetPathRoot(full)!;
        foreach (string part in full[resolved.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            resolved = Path.Combine(resolved, part);
            // The target may lie behind further links itself.
            if (linksLeft > 0 && Target(resolved) is { } target) resolved = Follow(target, linksLeft - 1);
        }

        return resolved;
    }

    private static string? Target(string path)
    {
        try
        {
            return new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
