namespace PdnColorize.Host.Batch;

/// <summary>Why a picture failed.</summary>
/// <param name="ExitCode">The exit code that this failure alone would give.</param>
/// <param name="Kind">A word for programs.</param>
/// <param name="Message">A sentence for people.</param>
internal sealed record PictureError(int ExitCode, string Kind, string Message);
