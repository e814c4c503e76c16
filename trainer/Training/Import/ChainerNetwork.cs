using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.FineTuning;

namespace PdnColorize.Training.Import;

/// <summary>
/// The article's network as Chainer saves it: arrays c0/W, c0/b, bnc0/gamma, bnc0/beta, bnc0/avg_mean, bnc0/avg_var and so on (PaintsChainer,
/// cgi-bin/paint_x2_unet/unet.py), perhaps behind one prefix such as updater/model:main/.
/// </summary>
internal static class ChainerNetwork
{
    /// <summary>Chainer's default for BatchNormalization, which unet.py does not change.</summary>
    private const double Epsilon = 2e-5;

    private const string FirstWeight = "c0/W";

    private static readonly string[] Endings = ["/W", "/b", "/gamma", "/beta", "/avg_mean", "/avg_var"];

    private static readonly (string Ours, string Chainers)[] Parts =
    [
        (".running_mean", "/avg_mean"),
        (".running_var", "/avg_var"),
    ];

    /// <summary>Whether an array may be part of a network; counts of batches and an optimizer's state are not.</summary>
    public static bool IsPart(string name) => Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Takes a network from a file's arrays.</summary>
    /// <param name="arrays">The arrays by name; those of other layers are left alone.</param>
    /// <param name="inputChannels">Channels that the network must have.</param>
    /// <param name="source">The file, for messages.</param>
    /// <returns>Its base channels (32 in the article), and its tensors under our names with our epsilon.</returns>
    /// <exception cref="TrainingException">It is not the article's network.</exception>
    public static (int BaseChannels, IReadOnlyList<SafetensorsTensor> Tensors) Read(IReadOnlyDictionary<string, NpyArray> arrays, int inputChannels, string source)
    {
        string prefix = FindPrefix(arrays, source);
        IReadOnlyList<long> first = arrays[prefix + FirstWeight].Shape;
        if (first.Count != 4 || first[0] is < 1 or > 128) throw new TrainingException($"'{source}' has {prefix}{FirstWeight} of shape ({string.Join(", ", first)}), which is not the article's first layer.");
        if (first[1] != inputChannels)
            throw new TrainingException($"The network in '{source}' has {first[1]} input channels, and {inputChannels} are wanted. Give stage 1 first, stage 2 by --stage2.");

        UNetLayout layout = new(inputChannels, (int)first[0]);
        SafetensorsTensor[] tensors = [.. layout.Tensors.Select(tensor => Convert(arrays, prefix, tensor, source))];
        return (layout.BaseChannels, NormEpsilon.Fold(tensors, Epsilon));
    }

    private static string FindPrefix(IReadOnlyDictionary<string, NpyArray> arrays, string source)
    {
        // An optimizer's moments lie below the weight (c0/W/m), so they end in another name.
        string[] found = [.. arrays.Keys.Where(name => name == FirstWeight || name.EndsWith("/" + FirstWeight, StringComparison.Ordinal))];
        return found switch
        {
            [var name] => name[..^FirstWeight.Length],
            [] => throw new TrainingException($"'{source}' has no array {FirstWeight}, so it is not the article's network as save_npz writes it."),
            _ => throw new TrainingException($"'{source}' holds more than one network: {string.Join(", ", found.Order(StringComparer.Ordinal))}. Save the one to import alone."),
        };
    }

    private static SafetensorsTensor Convert(IReadOnlyDictionary<string, NpyArray> arrays, string prefix, UNetTensor tensor, string source)
    {
        string name = prefix + ChainersName(tensor.Name);
        if (!arrays.TryGetValue(name, out NpyArray? array)) throw new TrainingException($"'{source}' lacks the array {name}, so it is not the article's network.");
        if (!array.Shape.SequenceEqual(tensor.Shape))
            throw new TrainingException($"'{source}' has {name} of shape ({string.Join(", ", array.Shape)}) instead of ({string.Join(", ", tensor.Shape)}), so it is not the article's network.");
        return SafetensorsTensor.FromSingles(tensor.Name, [.. tensor.Shape], array.Values);
    }

    private static string ChainersName(string name)
    {
        foreach ((string ours, string chainers) in Parts)
            if (name.EndsWith(ours, StringComparison.Ordinal)) return name[..^ours.Length] + chainers;
        bool isNorm = name.StartsWith("bn", StringComparison.Ordinal);
        string[] parts = name.Split('.');
        return $"{parts[0]}/{(parts[1], isNorm) switch { ("weight", true) => "gamma", ("bias", true) => "beta", ("weight", false) => "W", _ => "b" }}";
    }
}
