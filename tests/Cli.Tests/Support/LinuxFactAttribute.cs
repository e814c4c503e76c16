namespace PdnColorize.Trainer.Tests.Support;

/// <summary>A test of what only Linux has: signals that one process sends another.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        if (!OperatingSystem.IsLinux()) Skip = "Only on Linux.";
    }
}
