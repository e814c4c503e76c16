using PdnColorize.Colorization.Safetensors;
using static PdnColorize.Colorization.Tests.Safetensors.SafetensorsBytes;

namespace PdnColorize.Colorization.Tests.Safetensors;

/// <summary>Files that break a rule: each is refused with a message that says which.</summary>
public sealed class SafetensorsRefusalTests
{
    private static readonly string Good = Entry("a", "F32", "[2,2]", 0, 16);

    public static TheoryData<string, int, string> BrokenHeaders => new()
    {
        { "", 0, "does not begin with '{'" },
        { " {}", 0, "does not begin with '{'" },
        { "\uFEFF{}", 0, "does not begin with '{'" },
        { "[]", 0, "does not begin with '{'" },
        { "{", 0, "does not end with '}'" },
        { "{}\n", 0, "does not end with '}'" },
        { "{}\0", 0, "does not end with '}'" },
        { "{} {}", 0, "not valid JSON" },
        { "{/**/}", 0, "not valid JSON" },
        { $"{{{Good},}}", 16, "not valid JSON" },
        { """{"a":{"dtype":"F32","shape":[[[[1]]]],"data_offsets":[0,4]}}""", 4, "something else than whole numbers" },
        { """{"\ud800":{}}""", 0, "not valid JSON" },
        { """{"a":null}""", 0, "not described by an object" },
        { """{"a":[]}""", 0, "not described by an object" },
        { """{"a":{}}""", 0, "lacks one of" },
        { """{"a":{"dtype":"F32","shape":[1]}}""", 4, "lacks one of" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"more":1}}""", 4, "unknown property 'more'" },
        { """{"a":{"dtype":"F32","dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 4, "dtype twice" },
        { """{"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}""", 4, "shape twice" },
        { """{"a":{"dtype":1,"shape":[1],"data_offsets":[0,4]}}""", 4, "F32, F16 and BF16 are allowed" },
        { """{"a":{"dtype":"F32","shape":1,"data_offsets":[0,4]}}""", 4, "not a list of numbers" },
        { """{"a":{"dtype":"F32","shape":[1.0],"data_offsets":[0,4]}}""", 4, "something else than whole numbers" },
        { """{"a":{"dtype":"F32","shape":["1"],"data_offsets":[0,4]}}""", 4, "something else than whole numbers" },
        { """{"a":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", 4, "something else than whole numbers" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[4]}}""", 4, "not two numbers" },
        { """{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 4, "more than 2 numbers" },
        { $"{{{Entry("a", "I64", "[1]", 0, 8)}}}", 8, "'I64'" },
        { $"{{{Entry("a", "f32", "[1]", 0, 4)}}}", 4, "'f32'" },
        { $"{{{Entry("", "F32", "[1]", 0, 4)}}}", 4, "0 characters" },
        { $"{{{Entry("a", "F32", "[1,1,1,1,1,1,1,1,1]", 0, 4)}}}", 4, "more than 8 numbers in shape" },
        { $"{{{Entry("a", "F32", "[2,2]", 0, 4)}}}", 4, "needs 16" },
        { $"{{{Entry("a", "F16", "[2,2]", 0, 16)}}}", 16, "needs 8" },
        { $"{{{Entry("a", "F32", "[2,0]", 0, 16)}}}", 16, "needs 0" },
        { $"{{{Entry("a", "F32", "[2,18446744073709551614]", 0, 16)}}}", 16, "whole numbers from 0 to 2^63-1" },
        { $"{{{Entry("a", "F32", "[2,9223372036854775807]", 0, 16)}}}", 16, "impossible shape" },
        { $"{{{Entry("a", "F32", "[4294967296,4294967296]", 0, 0)}}}", 0, "impossible shape" },
        { $"{{{Entry("a", "F32", "[65536,65536,65536,65536]", 0, 0)}}}", 0, "impossible shape" },
        { $"{{{Entry("a", "F32", "[0,9223372036854775807]", 0, 0)}}}", 0, "impossible shape" },
        { $"{{{Entry("a", "F32", "[1]", 4, 0)}}}", 4, "impossible data_offsets" },
        { $"{{{Entry("a", "F32", "[1]", 9223372036854775800, 9223372036854775804)}}}", 4, "impossible data_offsets" },
        { $"{{{Entry("a", "F32", "[1]", 4, 8)}}}", 8, "hole of 4 bytes" },
        { $"{{{Good},{Entry("b", "F32", "[1]", 20, 24)}}}", 24, "hole of 4 bytes" },
        { $"{{{Good},{Entry("b", "F32", "[2,2]", 0, 16)}}}", 16, "overlaps" },
        { $"{{{Good},{Entry("b", "F32", "[2]", 12, 20)}}}", 20, "overlaps" },
        { $"{{{Good},{Entry("b", "F32", "[0]", 8, 8)}}}", 16, "overlaps" },
        { $"{{{Good}}}", 14, "2 of 16 bytes of tensor data are missing" },
        { $"{{{Good}}}", 50, "34 bytes after the last tensor belong to nothing" },
        { "{}", 1, "1 bytes after the last tensor" },
        { $"{{{Good},{Entry("a", "F32", "[1]", 16, 20)}}}", 20, "'a' stands twice" },
        { """{"__metadata__":{},"__metadata__":{}}""", 0, "'__metadata__' stands twice" },
        { """{"__metadata__":null}""", 0, "not a map of strings" },
        { """{"__metadata__":"text"}""", 0, "not a map of strings" },
        { """{"__metadata__":{"k":null}}""", 0, "'k' is not a string" },
        { """{"__metadata__":{"k":{"deep":"er"}}}""", 0, "'k' is not a string" },
        { """{"__metadata__":{"k":"1","k":"2"}}""", 0, "'k' stands twice" },
        { """{"line\nend\u0007":0}""", 0, "'line?end?'" },
    };

    [Theory]
    [MemberData(nameof(BrokenHeaders))]
    public void Read_BrokenHeader_IsRefusedWithTheReason(string header, int dataLength, string reason) =>
        Assert.Contains(reason, Refusal(Build(header, dataLength)), StringComparison.Ordinal);

    [Fact]
    public void Read_HeaderOfInvalidUtf8_IsRefused()
    {
        byte[] header = [.. "{\"a"u8, 0xC0, 0xAF, .. "\":{}}"u8];

        Assert.Contains("UTF-8", Refusal(Build(header, 0)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("{}        ", 0)]
    [InlineData("""{ "__metadata__" : { } }""", 0)]
    [InlineData("""{"a":{"dtype":"F32","shape":[2,0],"data_offsets":[0,0]}}""", 1)]
    [InlineData("""{"b":{"shape":[1],"data_offsets":[4,8],"dtype":"F32"},"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]}}""", 2)]
    public void Read_UnusualButValid_IsAccepted(string header, int tensors) =>
        Assert.Equal(tensors, Read(Build(header, tensors == 2 ? 8 : 0)).Tensors.Count);

    [Fact]
    public void Read_DeepJson_IsRefused()
    {
        var header = "{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}";

        Assert.Contains("tensor 'a'", Refusal(Build(header, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TooManyTensors_IsRefused()
    {
        Assert.Equal(1024, Read(Build(Header(1024), 0)).Tensors.Count);
        Assert.Contains("more than 1024 tensors", Refusal(Build(Header(1025), 0)), StringComparison.Ordinal);

        static string Header(int count) =>
            $"{{{string.Join(',', Enumerable.Range(0, count).Select(i => Entry($"t{i}", "F16", "[0]", 0, 0)))}}}";
    }

    [Fact]
    public void Read_LongHeader_IsRefusedAboveOneMebibyte()
    {
        Assert.Empty(Read(Build("{}".PadRight(1 << 20), 0)).Tensors);
        Assert.Contains("1048576 are allowed", Refusal(Build("{}".PadRight((1 << 20) + 1), 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LongName_IsRefusedWithAShortMessage()
    {
        var message = Refusal(Build($"{{{Entry(new string('n', 60_000), "F32", "[1]", 0, 4)}}}", 4));

        Assert.InRange(message.Length, 40, 300);
    }

    [Fact]
    public void Read_FileThatShrinksMeanwhile_IsRefused()
    {
        var file = Build($"{{{Good}}}", 16);
        using var stream = new MemoryStream(file, 0, file.Length - 3);

        var exception = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(stream, file.Length));

        Assert.Contains("shorter while it was read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingFile_SaysSo() =>
        Assert.Throws<FileNotFoundException>(() => SafetensorsFile.Read(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))));

    [Fact]
    public void Read_FileAboveTwoGibibytes_IsRefusedUnread()
    {
        var exception = Assert.Throws<SafetensorsException>(() => SafetensorsFile.Read(Stream.Null, (2L << 30) + 1));

        Assert.Contains("more than 2 GiB", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAnything_NamesWhatToDo() =>
        Assert.EndsWith("get it again from where it came.", Refusal("this is no weight file at all"u8.ToArray()), StringComparison.Ordinal);
}
