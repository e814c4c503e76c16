using System.Text;
using System.Text.Json.Nodes;
using PdnColorize.Colorization.Models;

namespace PdnColorize.Colorization.Tests.Models;

public sealed class ModelManifestTests
{
    private const string Source = "folder/model.json";

    /// <summary>Where, what to put there (null removes it), what the message must say.</summary>
    public static TheoryData<string, string?, string> Faults => new()
    {
        { "formatVersion", "0", "formatVersion is 0" },
        { "formatVersion", "\"1\"", "formatVersion must be a whole number" },
        { "name", "\"../evil\"", "name is '../evil'; a model's name has" },
        { "name", "\"\"", "name has 0 characters; 1 to 64" },
        { "name", "\"a\\nb\"", "name must stand on one line" },
        { "displayName", "5", "displayName must be a text" },
        { "description", "\"\\u0007\"", "description holds control characters" },
        { "preset", "\"fancy\"", "preset is 'fancy'; it must be one of classic, faithful" },
        { "preset", "\"Faithful\"", "preset is 'Faithful'" },
        { "preset", "1", "preset is '1'" },
        { "preset", "\"classic\"", "hints.encoding must be sentinel for the preset classic" },
        { "colorSpace", "\"lab\"", "colorSpace is 'lab'; it must be one of rgb, yuv" },
        { "valueRange", "[1,-1]", "valueRange must be two numbers, the smaller one first" },
        { "valueRange", "[0]", "valueRange has 1 entries; it must have 2" },
        { "lineRange", "[0,1e300]", "lineRange[1] is too large" },
        { "lineRange", "{}", "lineRange must be a list" },
        { "lineWidths", "[2,1]", "lineWidths must be two numbers from 0 to 128" },
        { "lineWidths", "[0,1000]", "lineWidths must be two numbers from 0 to 128" },
        { "lineWidths", "[-1,1]", "lineWidths must be two numbers from 0 to 128" },
        { "licence", "\"see https://example.org\"", "licence must be an SPDX expression" },
        { "hints", "[]", "hints must be an object" },
        { "hints.encoding", "\"sentinel\"", "hints.encoding must be mask" },
        { "hints.sentinel", "[0,0,0]", "hints.sentinel must be absent" },
        { "hints.propagated.kind", "\"rain\"", "hints.propagated.kind is unknown; it must be flood" },
        { "hints.propagated.distanceCap", "0", "hints.propagated.distanceCap must be above 0" },
        { "hints.propagated.lineWeight", "-1", "hints.propagated.lineWeight must be from 0" },
        { "hints.propagated.paperThreshold", "256", "hints.propagated.paperThreshold must be from 0 to 255" },
        { "hints.propagated.confidenceSlope", "1e999", "hints.propagated.confidenceSlope must be a number" },
        { "hints.propagated.confidenceCenter", "5000", "hints.propagated.confidenceCenter must be from" },
        { "hints.propagated", null, "stages[0].inputs is line, hint, hintMask, propagated, propagatedConfidence; with this preset" },
        { "stages", "[]", "stages has 0 entries; it must have 1 to 2" },
        { "stages[0].file", "\"../stage1.safetensors\"", "stages[0].file must be the name of a .safetensors file" },
        { "stages[0].file", "\"stage1.pt\"", "stages[0].file must be the name of a .safetensors file" },
        { "stages[0].sha256", "\"abc\"", "stages[0].sha256 has 3 characters" },
        { "stages[0].sha256", $"\"{new string('g', 64)}\"", "stages[0].sha256 must be 64 hexadecimal digits" },
        { "stages[0].inputChannels", "8", "stages[0].inputChannels is 8, but its inputs" },
        { "stages[0].inputChannels", "9.5", "stages[0].inputChannels must be a whole number" },
        { "stages[1].baseChannels", "0", "stages[1].baseChannels is 0; it must be from 1 to 128" },
        { "stages[1].baseChannels", "100000", "stages[1].baseChannels is 100000" },
        { "stages[0].shortSide", "130", "stages[0].shortSide is 130; it must be a multiple of 16" },
        { "stages[1].shortSide", "64", "stages[1].shortSide is 64, less than stage 1's 128" },
        { "stages[1].file", "\"STAGE1.safetensors\"", "stages[1].file is stage 1's file as well" },
        { "stages[0].inputs", "[]", "stages[0].inputs has 0 entries" },
        { "stages[0].inputs[2]", "\"depth\"", "stages[0].inputs[2] is 'depth'; it must be one of line, hint, hintMask" },
        { "stages[0].inputs[2]", "\"hint\"", "stages[0].inputs is line, hint, hint," },
        { "stages[0].batchNormEpsilon", "0", "stages[0].batchNormEpsilon must be above 0" },
        { "stages[0].residual", "1", "stages[0].residual must be true or false" },
        { "reading", "[]", "reading must be an object" },
        { "reading.file", "\"reading.pt\"", "reading.file must be the name of a .safetensors file" },
        { "reading.file", "\"Stage1.safetensors\"", "reading.file is a stage's file as well" },
        { "reading.sha256", "\"abc\"", "reading.sha256 has 3 characters" },
        { "reading.baseChannels", "129", "reading.baseChannels is 129; it must be from 1 to 128" },
        { "reading.outputChannels", "0", "reading.outputChannels is 0; it must be from 1 to 161" },
        { "reading.outputChannels", "162", "reading.outputChannels is 162; it must be from 1 to 161" },
        { "reading.colors", "[0, 16777216]", "reading.colors has an entry that is no color" },
        { "reading.colors", "[1,2,3,4,5,6,7,8,9,10,11,12]", "reading.colors has 12 entries; with 13 output channels it can have 11" },
        { "reading.longSide", "250", "reading.longSide is 250; it must be a multiple of 16 from 64 to 1024" },
        { "reading.longSide", "2048", "reading.longSide is 2048; it must be a multiple of 16 from 64 to 1024" },
        { "reading.batchNormEpsilon", "1", "reading.batchNormEpsilon must be above 0" },
        { "training", "7", "training must be an object" },
    };

    public static TheoryData<string> RequiredPlaces =>
    [
        "formatVersion", "name", "displayName", "preset", "colorSpace", "valueRange", "lineRange", "licence", "hints", "hints.encoding",
        "hints.propagated.kind", "hints.propagated.distanceCap", "hints.propagated.lineWeight", "hints.propagated.paperThreshold",
        "hints.propagated.confidenceSlope", "hints.propagated.confidenceCenter", "stages", "stages[1].file", "stages[1].sha256",
        "stages[1].inputChannels", "stages[1].baseChannels", "stages[1].shortSide", "stages[1].inputs",
        "reading.file", "reading.sha256", "reading.baseChannels", "reading.outputChannels", "reading.longSide",
    ];

    [Theory]
    [MemberData(nameof(Faults))]
    public void Parse_FaultyProperty_IsNamedWithTheFileAndTheReason(string place, string? value, string expected)
    {
        var exception = Refused(Changed(place, value));

        Assert.Equal(ModelError.ManifestInvalid, exception.Error);
        Assert.StartsWith(Source + ": ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
    }

    [Theory]
    [MemberData(nameof(RequiredPlaces))]
    public void Parse_RequiredPropertyAbsentOrNull_IsNamed(string place)
    {
        Assert.Contains($"{place} is missing", Refused(Changed(place, null)).Message, StringComparison.Ordinal);
        Assert.Contains($"{place} is missing", Refused(Changed(place, "null")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LaterVersion_SaysSoWhateverElseChanged()
    {
        var exception = Refused("""{"formatVersion":2,"name":{"en":"new"}}""");

        Assert.Equal(ModelError.VersionTooNew, exception.Error);
        Assert.Contains("newer PdnColorize", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{\n\"name\":\n}", "not valid JSON (line 3)")]
    [InlineData("""{"formatVersion":1,"formatVersion":1}""", "not valid JSON")]
    [InlineData("""{"formatVersion":1,"name":"\ud800"}""", "not valid Unicode")]
    [InlineData("[]", "must be an object")]
    [InlineData("null", "must be an object")]
    public void Parse_NotAManifest_IsRefused(string json, string expected) =>
        Assert.Contains(expected, Refused(json).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_InvalidUtf8_IsRefused() => Assert.Throws<ModelException>(
        () => ModelManifest.Parse(new byte[] { (byte)'{', (byte)'"', 0xC0, 0xAF, (byte)'"', (byte)'}' }, Source));

    [Fact]
    public void Parse_DeepJson_IsRefused() =>
        Assert.Contains("not valid JSON", Refused("{\"training\":" + new string('[', 100_000)).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_ByteOrderMarkAndUnknownProperties_AreTolerated()
    {
        var json = Encoding.UTF8.GetString(Valid()).Insert(1, "\"futureNote\":{\"a\":[1]},");

        var manifest = ModelManifest.Parse(Encoding.UTF8.GetBytes("\uFEFF" + json), Source);

        Assert.Equal("test-faithful", manifest.Name);
    }

    [Fact]
    public void Parse_OptionalPropertiesAbsent_HaveTheirDefaults()
    {
        var root = JsonNode.Parse(Valid())!.AsObject();
        foreach (var name in (string[])["description", "attribution", "training", "lineWidths", "reading"])
            root.Remove(name);
        root["stages"]![0]!.AsObject().Remove("batchNormEpsilon");
        root["stages"]![0]!.AsObject().Remove("residual");

        var manifest = ModelManifest.Parse(Encoding.UTF8.GetBytes(root.ToJsonString()), Source);

        Assert.Equal(("", ""), (manifest.Description, manifest.Attribution));
        Assert.Empty(manifest.Training);
        Assert.Equal(new ValueRange(0.8f, 2.5f), manifest.LineWidths);
        Assert.Null(manifest.Reading);
        Assert.Equal(1e-5, manifest.Stages[0].BatchNormEpsilon);
        Assert.False(manifest.Stages[0].IsResidual);
    }

    [Fact]
    public void Parse_ResidualStageWithoutPropagatedHints_IsRefused()
    {
        var root = JsonNode.Parse(Valid())!;
        root["hints"]!["propagated"] = null;
        foreach (var stage in root["stages"]!.AsArray())
        {
            stage!["residual"] = true;
            stage["inputs"] = new JsonArray([.. stage["inputs"]!.AsArray().Select(plane => (string)plane!).Where(plane => !plane.StartsWith("propagated", StringComparison.Ordinal)).Select(plane => JsonValue.Create(plane))]);
            stage["inputChannels"] = (int)stage["inputChannels"]! - 4;
        }

        var exception = Refused(root.ToJsonString());

        Assert.Contains("stages[0].residual must be false", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_TrainingOfAnyJson_IsKeptAsText()
    {
        var manifest = ModelManifest.Parse(
            Encoding.UTF8.GetBytes(Changed("training", """{"hours":0.5,"sets":["a","b"],"who":"we"}""")), Source);

        Assert.Equal("0.5", manifest.Training["hours"]);
        Assert.Equal("we", manifest.Training["who"]);
        Assert.Equal("""["a","b"]""", manifest.Training["sets"]);
    }

    public static TheoryData<string> Kinds => ["faithful", "classic", "reading"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToUtf8Json_ThenParse_GivesTheSameManifest(string kind)
    {
        var original = WithHashes(kind switch { "classic" => TestModels.Classic(), "reading" => TestModels.Reading(), _ => TestModels.Faithful() });

        var read = ModelManifest.Parse(original.ToUtf8Json(), Source);

        Assert.Equivalent(original, read, strict: true);
        Assert.Equal(original.ToUtf8Json(), read.ToUtf8Json());
    }

    [Theory]
    [InlineData(ModelColorSpace.Rgb, "rgb")]
    [InlineData(ModelColorSpace.Yuv, "yuv")]
    [InlineData(ModelColorSpace.YuvOfBgr, "yuvOfBgr")]
    public void ToUtf8Json_EachColorSpace_IsSpelledSoAndReadAgain(ModelColorSpace space, string spelled)
    {
        var json = WithHashes(TestModels.Classic() with { ColorSpace = space }).ToUtf8Json();

        Assert.Equal(spelled, (string)JsonNode.Parse(json)!["colorSpace"]!);
        Assert.Equal(space, ModelManifest.Parse(json, Source).ColorSpace);
    }

    [Fact]
    public void Parse_TwentyThousandMutations_ThrowsNothingButModelException()
    {
        var original = Valid();
        var random = new Random(20170102);
        var accepted = 0;
        for (var i = 0; i < 20_000; i++)
        {
            var mutated = original.ToArray();
            for (var count = random.Next(1, 4); count > 0; count--)
                mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
            try
            {
                ModelManifest.Parse(mutated, Source);
                accepted++;
            }
            catch (ModelException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        }

        // Changes of texts and numbers are often harmless.
        Assert.InRange(accepted, 100, 19_900);
    }

    private static byte[] Valid() => WithHashes(TestModels.Faithful() with { Reading = TestModels.Reading().Reading }).ToUtf8Json();

    private static ModelManifest WithHashes(ModelManifest manifest) =>
        manifest with
        {
            Stages = [.. manifest.Stages.Select(stage => stage with { Sha256 = new string('a', 64) })],
            Reading = manifest.Reading is { } reading ? reading with { Sha256 = new string('b', 64) } : null,
        };

    private static ModelException Refused(string json) =>
        Assert.Throws<ModelException>(() => ModelManifest.Parse(Encoding.UTF8.GetBytes(json), Source));

    /// <summary>A valid manifest with the value at a place such as "stages[0].inputs[2]" replaced or removed.</summary>
    private static string Changed(string place, string? value)
    {
        var node = JsonNode.Parse(Valid())!;
        var steps = place.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        foreach (var step in steps[..^1])
            node = node is JsonArray array ? array[int.Parse(step)]! : node[step]!;
        if (node is JsonArray list)
            list[int.Parse(steps[^1])] = JsonNode.Parse(value!);
        else if (value is null)
            node.AsObject().Remove(steps[^1]);
        else
            node[steps[^1]] = "\0";
        // A marker first: JsonNode would refuse to hold numbers such as 1e999.
        return node.Root.ToJsonString().Replace("\"\\u0000\"", value ?? "", StringComparison.Ordinal);
    }
}
