namespace PdnColorize.Tests.Platforms;

/// <summary>Like <see cref="UnixFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "Pipes of Windows refuse in other ways.";
    }
}
