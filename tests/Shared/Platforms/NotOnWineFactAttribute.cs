namespace PdnColorize.Tests.Platforms;

/// <summary>A test that Wine cannot run, though Windows can.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NotOnWineFactAttribute : FactAttribute
{
    /// <param name="reason">Why not.</param>
    public NotOnWineFactAttribute(string reason)
    {
        Reason = reason;
        if (Wine.IsHere) Skip = reason;
    }

    /// <summary>Why not.</summary>
    public string Reason { get; }
}
