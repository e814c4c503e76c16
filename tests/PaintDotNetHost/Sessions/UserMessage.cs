namespace PdnColorize.PaintDotNetHost.Sessions;

/// <summary>A message box that an effect showed.</summary>
public sealed record UserMessage(string Title, string Text);
