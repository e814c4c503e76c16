namespace PdnColorize.Protocol.Runtime;

/// <summary>Where a path leads once all links in it are followed, so that one file is recognised under two names.</summary>
public static class RealPath
{
    /// <summary>As many links as Linux follows before it suspects a circle.</summary>
    private const int MostLinks = 40;

    /// <summary>The full path without links; what does not exist, or may not be looked at, stays as it is written.</summary>
    public static string Of(string path) => Follow(path, MostLinks);

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
            FileSystemInfo entry = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
            return entry.ResolveLinkTarget(returnFinalTarget: false)?.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
