namespace PdnColorize.Windows.Tests;

/// <summary>A test that Wine runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WineTheoryAttribute : TheoryAttribute
{
    public WineTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "On Windows the tests run as they are.";
    }
}
