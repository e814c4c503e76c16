using PdnColorize.Training.Evaluation.Pictures;

namespace PdnColorize.Training.Tests.Evaluation;

/// <summary>Drawn pictures as they are evaluated on.</summary>
internal static class DrawnEvaluation
{
    public static EvaluationPicture Picture(int index = 0)
    {
        DrawnPictures pictures = new(index + 1);
        return EvaluationPicture.Load(Listed("drawn", $"drawn/{index}", trueLines: true) with { Read = () => pictures.Read(index) }, CancellationToken.None);
    }

    /// <summary>A picture in a list, that nobody reads.</summary>
    public static ListedPicture Listed(string source, string key, bool trueLines) =>
        new(source, $"/{source}", key, trueLines, () => throw new InvalidOperationException("Nobody reads it."));
}
