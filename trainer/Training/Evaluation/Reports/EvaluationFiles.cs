using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Training.Evaluation.Reports;

/// <summary>The files of an evaluation.</summary>
public static class EvaluationFiles
{
    /// <summary>All figures.</summary>
    public const string JsonName = "evaluation.json";

    /// <summary>Tables and pictures to look at.</summary>
    public const string HtmlName = "evaluation.html";

    /// <summary>Makes the folder and tries to write into it: to be asked before an evaluation, which may take hours.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <exception cref="TrainingException">The folder cannot be written to.</exception>
    public static void Prepare(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            Directory.CreateDirectory(folder);
            string trial = Path.Combine(folder, $".{Guid.NewGuid():N}.tmp");
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(folder, e);
        }
    }

    /// <summary>Writes the files, each whole or not at all.</summary>
    /// <param name="folder">Made if it is not there.</param>
    /// <param name="report">What was found.</param>
    /// <exception cref="TrainingException">The folder cannot be written to.</exception>
    public static void Write(string folder, EvaluationReport report)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            Directory.CreateDirectory(folder);
            foreach (ContactSheet sheet in report.ContactSheets) AtomicFile.Write(Path.Combine(folder, sheet.FileName), sheet.Png);
            AtomicFile.Write(Path.Combine(folder, JsonName), JsonReport.Write(report));
            AtomicFile.Write(Path.Combine(folder, HtmlName), HtmlReport.Write(report));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(folder, e);
        }
        catch (PictureWriteException e)
        {
            throw new TrainingException(e.Message, e);
        }
    }

    private static TrainingException CannotWrite(string folder, Exception cause) =>
        new($"The folder '{folder}' cannot be written to: {cause.Message} Choose another.", cause);
}
