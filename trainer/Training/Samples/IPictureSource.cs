using PdnColorize.Datasets;

namespace PdnColorize.Training.Samples;

/// <summary>The pictures of a data set. Safe for use from several threads at once.</summary>
public interface IPictureSource
{
    /// <summary>Number of pictures, at least 1.</summary>
    int Count { get; }

    /// <summary>Stands for the data set's contents: a run goes on only with the data that it began with.</summary>
    string Fingerprint { get; }

    /// <summary>What is known of a picture without decoding it.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    PictureFacts FactsOf(int index);

    /// <summary>A picture with its line drawings.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    TrainingPair Read(int index);
}
