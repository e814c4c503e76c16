using PdnColorize.Datasets;

namespace PdnColorize.Training.Samples;

/// <summary>Some pictures of a data set.</summary>
internal sealed class SubsetPictures(IPictureSource all, IReadOnlyList<int> indices, string part) : IPictureSource
{
    /// <summary>One group in so many is held out for validation when there is no data set for it.</summary>
    private const ulong HeldOutOneIn = 20;

    /// <summary>The same where pictures are few, so that there is something to measure by.</summary>
    private const int FewHeldOutOneIn = 10;

    private const int FewestGroups = 5;

    public int Count => indices.Count;

    public string Fingerprint => $"{all.Fingerprint}:{part}";

    /// <summary>
    /// Splits a data set by groups: a group is on one side only, the same one in every run, whatever else the data set holds. Where that leaves one side empty, as
    /// it mostly does with a few groups, a twentieth of the groups is held out, or of the pictures.
    /// </summary>
    /// <exception cref="TrainingException">There is only one picture.</exception>
    public static (SubsetPictures Training, SubsetPictures Validation) Split(IPictureSource all)
    {
        ILookup<bool, int> parts = Enumerable.Range(0, all.Count).ToLookup(i => IsHeldOut(all.FactsOf(i)));
        if (!parts[true].Any() || !parts[false].Any()) return SplitByRank(all, (int)HeldOutOneIn, "");
        return (new SubsetPictures(all, [.. parts[false]], "training"), new SubsetPictures(all, [.. parts[true]], "validation"));
    }

    /// <summary>Splits a few pictures by groups, a tenth of them for validation and at least one; by pictures if they are fewer than five groups.</summary>
    /// <exception cref="TrainingException">There is only one picture.</exception>
    public static (SubsetPictures Training, SubsetPictures Validation) SplitFew(IPictureSource all) => SplitByRank(all, FewHeldOutOneIn, "few-");

    public PictureFacts FactsOf(int index) => all.FactsOf(indices[index]);

    public TrainingPair Read(int index) => all.Read(indices[index]);

    private static (SubsetPictures Training, SubsetPictures Validation) SplitByRank(IPictureSource all, int heldOutOneIn, string part)
    {
        PictureFacts[] facts = [.. Enumerable.Range(0, all.Count).Select(all.FactsOf)];
        if (facts.Length < 2) throw new TrainingException("One picture is too few to keep one for validation apart. Give at least 20.");
        bool byGroup = facts.Select(GroupOf).Distinct().Count() >= FewestGroups;
        string Name(int i) => byGroup ? GroupOf(facts[i]) : facts[i].Key;
        string[] names = [.. Enumerable.Range(0, facts.Length).Select(Name).Distinct().OrderBy(Hash).ThenBy(name => name, StringComparer.Ordinal)];
        HashSet<string> heldOut = [.. names.Take(Math.Max(1, names.Length / heldOutOneIn))];
        ILookup<bool, int> parts = Enumerable.Range(0, facts.Length).ToLookup(i => heldOut.Contains(Name(i)));
        return (new SubsetPictures(all, [.. parts[false]], part + "training"), new SubsetPictures(all, [.. parts[true]], part + "validation"));
    }

    private static bool IsHeldOut(PictureFacts facts) => Hash(GroupOf(facts)) % HeldOutOneIn == 0;

    private static string GroupOf(PictureFacts facts) => facts.Group.Length > 0 ? facts.Group : facts.Key;

    private static ulong Hash(string name)
    {
        ulong hash = 14695981039346656037; // FNV-1a, 64 bits.
        foreach (char letter in name) hash = (hash ^ letter) * 1099511628211;
        return new SampleRandom(hash).Next();
    }
}
