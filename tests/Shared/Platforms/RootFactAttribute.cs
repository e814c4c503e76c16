namespace PdnColorize.Tests.Platforms;

/// <summary>A test with a second user on Unix: only root can give files away and become somebody else.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Windows has no root.";
        else if (!Environment.IsPrivilegedProcess) Skip = "Only root can become another user.";
    }
}
