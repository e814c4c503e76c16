namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>What differs between machines and versions of Paint.NET.</summary>
public sealed record EffectHostOptions
{
    /// <summary>Threads that render tiles.</summary>
    public int RenderThreads { get; init; } = Math.Max(4, Environment.ProcessorCount);

    /// <summary>Whether the preview is rendered by another instance of the effect than the one that made the dialog. No source says which it is, so both must work.</summary>
    public bool PreviewOnOtherInstance { get; init; }

    /// <summary>Whether the dialog's instances live on after the dialog, until the host ends. No source says when they go.</summary>
    public bool DisposesDialogLate { get; init; }

    /// <summary>How long an effect may take to end when asked to, before it counts as hanging.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
