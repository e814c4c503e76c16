namespace PdnColorize.Protocol;

/// <summary>What daemons offer beyond version 1.0, as <see cref="Messages.HelloResponse.Capabilities"/> names it.</summary>
public static class DaemonCapabilities
{
    /// <summary>Other guesses than the likeliest: <see cref="Messages.ColorizeSettings.Seed"/>. Since version 1.1.</summary>
    public const string Seed = "seed";
}
