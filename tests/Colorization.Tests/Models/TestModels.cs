using PdnColorize.Colorization.Models;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Models;

/// <summary>Small valid models with random weights, of both presets.</summary>
internal static class TestModels
{
    /// <summary>The bundled model without its reading network: it goes by the lines alone.</summary>
    public static LoadedModel BundledByLines()
    {
        LoadedModel model = ModelFolder.Load(BundledFolder);
        return model with { Manifest = model.Manifest with { Reading = null }, Reading = null };
    }

    public static string BundledFolder => Path.Combine(AppContext.BaseDirectory, "models", "default");

    public static ModelManifest Faithful(int stages = 2, bool propagated = true, int baseChannels = 1) => new()
    {
        Name = "test-faithful",
        DisplayName = "Für Tests",
        Description = "Two lines,\nand \"quotes\".",
        Preset = ModelPreset.Faithful,
        ColorSpace = ModelColorSpace.Rgb,
        ValueRange = new ValueRange(-1, 1),
        LineRange = new ValueRange(-1, 1),
        Licence = "CC0-1.0",
        Attribution = "nobody",
        Hints = new HintSettings
        {
            Encoding = HintEncoding.Mask,
            Propagated = propagated ? Flood : null,
        },
        Stages = [.. Enumerable.Range(0, stages).Select(i => Stage(ModelPreset.Faithful, i, propagated, baseChannels))],
        Training = new Dictionary<string, string> { ["pictures"] = "0", ["data"] = "random numbers" },
    };

    public static ModelManifest Classic(int baseChannels = 1) => Faithful() with
    {
        Name = "test-classic",
        Preset = ModelPreset.Classic,
        ColorSpace = ModelColorSpace.Yuv,
        ValueRange = new ValueRange(0, 255),
        LineRange = new ValueRange(0, 255),
        Hints = new HintSettings { Encoding = HintEncoding.Sentinel, Sentinel = [255, 128, 128.5f] },
        Stages = [Stage(ModelPreset.Classic, 0, false, baseChannels), Stage(ModelPreset.Classic, 1, false, baseChannels)],
    };

    /// <summary>One stage behind a reading network with an embedding of 12 numbers.</summary>
    public static ModelManifest Reading() => Faithful(stages: 1) with
    {
        Reading = new ReadingManifest { File = "reading.safetensors", BaseChannels = 1, OutputChannels = 13, Colors = [0xFFFFFF, 0x112233], LongSide = 256 },
    };

    public static IReadOnlyList<SafetensorsTensor> RandomReading(ModelManifest manifest)
    {
        var random = new Random(12);
        return [.. manifest.Reading!.ToLayout().Tensors.Select(tensor => Random(tensor, random, SafetensorsDataType.F32))];
    }

    public static IReadOnlyList<IReadOnlyList<SafetensorsTensor>> RandomWeights(
        ModelManifest manifest, SafetensorsDataType dataType = SafetensorsDataType.F32)
    {
        var random = new Random(11);
        return [.. manifest.Stages.Select(stage =>
            new UNetLayout(stage.InputChannels, stage.BaseChannels).Tensors.Select(tensor => Random(tensor, random, dataType)).ToArray())];
    }

    /// <summary>The same tensors with one exchanged for another.</summary>
    public static IReadOnlyList<SafetensorsTensor> With(this IReadOnlyList<SafetensorsTensor> tensors, SafetensorsTensor changed) =>
        [.. tensors.Select(tensor => tensor.Name == changed.Name ? changed : tensor)];

    private static HintPropagation Flood => new()
    {
        DistanceCap = 4,
        LineWeight = 3,
        PaperThreshold = 150,
        ConfidenceSlope = 3,
        ConfidenceCenter = 0.3,
    };

    private static StageManifest Stage(ModelPreset preset, int index, bool propagated, int baseChannels)
    {
        var inputs = InputPlanes.Expected(preset, index, propagated);
        return new StageManifest
        {
            File = $"stage{index + 1}.safetensors",
            InputChannels = inputs.ChannelCount(),
            BaseChannels = baseChannels,
            ShortSide = index == 0 ? 128 : 512,
            Inputs = inputs,
        };
    }

    /// <summary>Numbers of the size that training begins with (He et al., 2015), so that a random network gives a picture and not infinity.</summary>
    private static SafetensorsTensor Random(UNetTensor tensor, Random random, SafetensorsDataType dataType)
    {
        var values = new float[tensor.ElementCount];
        var isConvolution = tensor.Shape.Count == 4;
        var spread = isConvolution ? MathF.Sqrt(6f / (tensor.ElementCount / tensor.Shape[0])) : 0.5f;
        // The scale and the variance of a normalisation are around 1, everything else around 0.
        var isAroundOne = !isConvolution && (tensor.Name.EndsWith("running_var", StringComparison.Ordinal)
            || (tensor.Name.StartsWith("bn", StringComparison.Ordinal) && tensor.Name.EndsWith("weight", StringComparison.Ordinal)));
        for (var i = 0; i < values.Length; i++)
            values[i] = (isAroundOne ? 1 : 0) + (((2 * random.NextSingle()) - 1) * spread);
        return SafetensorsTensor.FromSingles(tensor.Name, tensor.Shape.ToArray(), values, dataType);
    }
}
