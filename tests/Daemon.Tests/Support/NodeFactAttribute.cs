namespace PdnColorize.DaemonTests.Support;

/// <summary>A test with a script for node.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "What node says over the wire is the same everywhere; the tests run it on Linux.";
    }
}
