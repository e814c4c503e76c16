using PdnColorize.Datasets;

namespace PdnColorize.Training.Samples;

/// <summary>Some pictures of a data set.</summary>
internal sealed class SubsetPictures(IPictureSource all, IReadOnlyList<int> indices, string part) : IPictureSource
{
    /// <summary>One group in so many is held out for validation when there is no data set for it.</summary>
    private const ulong HeldOutOneIn = 20;

    public int Count => indices.Count;

    public string Fingerprint => $"{all.Fingerprint}:{part}";

    /// <summary>Splits a data set by groups: a group is on one side only, the same one in every run.</summary>
    /// <exception cref="TrainingException">There are too few groups.</exception>
    public static (SubsetPictures Training, SubsetPictures Validation) Split(IPictureSource all)
    {
        ILookup<bool, int> parts = Enumerable.Range(0, all.Count).ToLookup(i => IsHeldOut(all.FactsOf(i)));
        if (!parts[true].Any() || !parts[false].Any())
            throw new TrainingException("The data set is too small to keep pictures for validation apart. Give a data set for validation, or more pictures.");
        return (new SubsetPictures(all, [.. parts[false]], "training"), new SubsetPictures(all, [.. parts[true]], "validation"));
    }

    public PictureFacts FactsOf(int index) => all.FactsOf(indices[index]);

    public TrainingPair Read(int index) => all.Read(indices[index]);

    private static bool IsHeldOut(PictureFacts facts)
    {
        ulong hash = 14695981039346656037; // FNV-1a, 64 bits.
        foreach (char letter in facts.Group.Length > 0 ? facts.Group : facts.Key) hash = (hash ^ letter) * 1099511628211;
        return new SampleRandom(hash).Next() % HeldOutOneIn == 0;
    }
}
