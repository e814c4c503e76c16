namespace PdnColorize.Training.Reports.Sheets;

/// <summary>A sheet as the report shows it.</summary>
/// <param name="Step">Steps taken before the validation.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="WebP">The file's bytes.</param>
internal sealed record SheetPicture(long Step, int Width, int Height, byte[] WebP);
