namespace PdnColorize.Windows.Tests;

/// <summary>A test that Wine runs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WineFactAttribute : FactAttribute
{
    public WineFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "On Windows the tests run as they are.";
    }
}
