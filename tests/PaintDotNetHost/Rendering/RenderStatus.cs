namespace PdnColorize.PaintDotNetHost.Rendering;

/// <summary>What became of a rendering.</summary>
public enum RenderStatus
{
    /// <summary>All tiles are done.</summary>
    Completed,

    /// <summary>It was asked to end before, and did.</summary>
    Cancelled,

    /// <summary>The effect threw an exception or did what it must not do; see the host's failures.</summary>
    Failed,
}
