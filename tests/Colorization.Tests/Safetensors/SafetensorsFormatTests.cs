using System.Runtime.InteropServices;
using System.Text;
using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Colorization.Tests.Safetensors;

/// <summary>What is read and written, against the published format and a file made by another program.</summary>
public sealed class SafetensorsFormatTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("safetensors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_FileOfAnotherProgram_GivesItsTensorsInDataOrder()
    {
        var file = SafetensorsFile.Read(IndependentFile);

        Assert.Equal(["single", "half", "empty", "brain", "skalär"], file.Tensors.Select(tensor => tensor.Name));
        Assert.Equal([2, 512], file.Find("single")!.Shape);
        Assert.Equal([4, 1, 256], file.Find("half")!.Shape);
        Assert.Equal(0, file.Find("empty")!.ElementCount);
        Assert.Equal([3, 0, 5], file.Find("empty")!.Shape);
        Assert.Equal([-0.75f], file.Find("skalär")!.ToSingles());
        Assert.Equal(new Dictionary<string, string> { ["made by"] = "hand", ["größe"] = "1024" }, file.Metadata);
        Assert.Null(file.Find("Single"));
        // The generator's list begins with these.
        Assert.Equal([0, -0f, 1, -2.5f, 1.00048828125f], file.Find("single")!.ToSingles()[..5]);
    }

    [Theory]
    [InlineData("half", SafetensorsDataType.F16)]
    [InlineData("brain", SafetensorsDataType.BF16)]
    public void FromSingles_SmallType_RoundsAsTheOtherProgramDid(string name, SafetensorsDataType dataType)
    {
        var file = SafetensorsFile.Read(IndependentFile);
        var expected = file.Find(name)!;

        var actual = SafetensorsTensor.FromSingles(name, expected.Shape.ToArray(), file.Find("single")!.ToSingles(), dataType);

        Assert.Equal(expected.Data.ToArray(), actual.Data.ToArray());
    }

    [Theory]
    [InlineData("half", 5e-4)] // 2^-11, half a unit in the last place of an 11-bit significand
    [InlineData("brain", 4e-3)] // 2^-8
    public void ToSingles_SmallType_IsCloseToTheOriginal(string name, double tolerance)
    {
        var file = SafetensorsFile.Read(IndependentFile);
        // The first 21 are the generator's special values; the rest are ordinary numbers.
        var pairs = file.Find("single")!.ToSingles().Zip(file.Find(name)!.ToSingles()).Skip(21).ToList();

        Assert.Equal(1003, pairs.Count);
        Assert.All(pairs, pair => Assert.True(Math.Abs(pair.First - pair.Second) <= tolerance * Math.Abs(pair.First)));
    }

    [Fact]
    public void BrainFloat_NotANumberWithLowBitsOnly_StaysOne()
    {
        var nan = BitConverter.UInt32BitsToSingle(0x7F800001);

        Assert.True(float.IsNaN(BrainFloat.ToSingle(BrainFloat.FromSingle(nan))));
    }

    [Fact]
    public void Write_OneTensor_GivesThePublishedBytes()
    {
        float[] values = [0, 1, 2, 3, 4, 5];
        var header = """{"attn0":{"dtype":"F32","shape":[1,1,2,3],"data_offsets":[0,24]}}""" + "       ";
        var expected = SafetensorsBytes.Build(header, 24);
        MemoryMarshal.AsBytes<float>(values).CopyTo(expected.AsSpan(8 + 72));
        using var stream = new MemoryStream();

        SafetensorsWriter.Write(stream, [SafetensorsTensor.FromSingles("attn0", [1, 1, 2, 3], values)]);

        Assert.Equal(expected, stream.ToArray());
    }

    [Fact]
    public void Write_NotesAlone_GivesThePublishedBytes()
    {
        using var stream = new MemoryStream();

        SafetensorsWriter.Write(stream, [], new Dictionary<string, string> { ["framework"] = "pt" });

        Assert.Equal(SafetensorsBytes.Build("""{"__metadata__":{"framework":"pt"}}     """, 0), stream.ToArray());
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameTensors()
    {
        var path = Path.Combine(_folder, "weights.safetensors");
        var random = new Random(7);
        SafetensorsTensor[] tensors =
        [
            Make("c0.weight", [4, 3, 3, 3], SafetensorsDataType.F32),
            Make("odd", [3], SafetensorsDataType.F16),
            Make("quote\" and ü 漢", [5, 1], SafetensorsDataType.BF16),
            Make("nothing", [0, 9], SafetensorsDataType.F32),
            Make("number", [], SafetensorsDataType.F32),
        ];
        var notes = new Dictionary<string, string> { ["z"] = "last", ["a"] = "line\nend" };

        SafetensorsWriter.Write(path, tensors, notes);
        var file = SafetensorsFile.Read(path);

        Assert.Equal(notes, file.Metadata);
        Assert.Equal(tensors.Length, file.Tensors.Count);
        Assert.All(tensors, tensor =>
        {
            var found = file.Find(tensor.Name)!;
            Assert.Equal(tensor.DataType, found.DataType);
            Assert.Equal(tensor.Shape, found.Shape);
            Assert.Equal(tensor.Data.ToArray(), found.Data.ToArray());
        });

        SafetensorsTensor Make(string name, long[] shape, SafetensorsDataType dataType)
        {
            var values = new float[shape.Aggregate(1L, (product, dimension) => product * dimension)];
            for (var i = 0; i < values.Length; i++)
                values[i] = random.NextSingle();
            return SafetensorsTensor.FromSingles(name, shape, values, dataType);
        }
    }

    [Fact]
    public void Write_MixedTypes_AlignsEveryTensor()
    {
        using var stream = new MemoryStream();

        SafetensorsWriter.Write(stream, [
            SafetensorsTensor.FromSingles("odd", [3], [1, 2, 3], SafetensorsDataType.F16),
            SafetensorsTensor.FromSingles("wide", [1], [4]),
        ]);

        var bytes = stream.ToArray();
        Assert.Equal(0, BitConverter.ToInt64(bytes) % 8);
        // Behind the three halves the single would begin at byte 6.
        Assert.Contains(SafetensorsBytes.Entry("wide", "F32", "[1]", 0, 4), Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void Write_OverAFile_ReplacesItAndLeavesNothingElse()
    {
        var path = Path.Combine(_folder, "weights.safetensors");
        File.WriteAllText(path, "old");

        SafetensorsWriter.Write(path, [SafetensorsTensor.FromSingles("a", [1], [42])]);

        Assert.Equal([42f], SafetensorsFile.Read(path).Find("a")!.ToSingles());
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Write_Failing_KeepsTheOldFileAndLeavesNothingElse()
    {
        var path = Path.Combine(_folder, "weights.safetensors");
        File.WriteAllText(path, "old");
        var tensor = SafetensorsTensor.FromSingles("a", [1], [42]);

        Assert.Throws<ArgumentException>(() => SafetensorsWriter.Write(path, [tensor, tensor]));

        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Tensor_DataOfTheWrongLength_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new SafetensorsTensor("a", SafetensorsDataType.F16, [2, 2], new byte[7]));

    private static string IndependentFile => Path.Combine(AppContext.BaseDirectory, "fixtures", "independent.safetensors");
}
