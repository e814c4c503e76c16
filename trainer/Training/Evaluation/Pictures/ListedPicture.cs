using PdnColorize.Datasets;

namespace PdnColorize.Training.Evaluation.Pictures;

/// <summary>A picture that may be evaluated on, not decoded yet.</summary>
/// <param name="Source">Where it comes from: the figures of sources count the same.</param>
/// <param name="Place">The source's full path, which ends in its name; sources of one name differ in it.</param>
/// <param name="Key">Its name, unique in its source.</param>
/// <param name="Read">Decodes it with its line drawings.</param>
internal sealed record ListedPicture(string Source, string Place, string Key, Func<TrainingPair> Read);
