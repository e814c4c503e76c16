namespace PdnColorize.Tests.Platforms;

/// <summary>A test of what only Linux has: signals, links that anyone may make, folders of the kernel, its C library.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "Only on Linux.";
    }
}
