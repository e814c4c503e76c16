namespace PdnColorize.Effect.Dialog;

/// <summary>A model that can be chosen.</summary>
/// <param name="Name">Its folder's name, by which the daemon finds it.</param>
/// <param name="DisplayName">What it calls itself; its name when it says nothing.</param>
internal sealed record InstalledModel(string Name, string DisplayName);
