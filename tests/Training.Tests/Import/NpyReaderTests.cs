using System.Runtime.InteropServices;
using PdnColorize.Training.Import;

namespace PdnColorize.Training.Tests.Import;

public sealed class NpyReaderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Read_EachVersion_GivesShapeAndValues(byte version)
    {
        NpyArray array = Read(NpzBytes.Npy("<f4", "(2, 3)", Bytes<float>([1, 2, 3, 4, 5, -6.5f]), version));

        Assert.Equal([2, 3], array.Shape);
        Assert.Equal([1, 2, 3, 4, 5, -6.5f], array.Values);
    }

    [Fact]
    public void Read_EachElementType_GivesTheSameNumbers()
    {
        Assert.Equal([0.5f, -2], Read(NpzBytes.Npy("<f2", "(2,)", Bytes<Half>([(Half)0.5, (Half)(-2)]))).Values);
        Assert.Equal([0.5f, -2], Read(NpzBytes.Npy("<f8", "(2,)", Bytes<double>([0.5, -2]))).Values);
        Assert.Equal([7, -2], Read(NpzBytes.Npy("<i4", "(2,)", Bytes<int>([7, -2]))).Values);
        Assert.Equal([7], Read(NpzBytes.Npy("<i8", "()", Bytes<long>([7]))).Values);
    }

    [Theory]
    [InlineData("<f4", "(2,)", 4, 1, "False", "cut off")]
    [InlineData("<f4", "(2,)", 9, 1, "False", "longer than its shape")]
    [InlineData("<f4", "(1000, 1000)", 8, 1, "False", "more than 1000 elements")]
    [InlineData("<f4", "(9000000000000000000, 9000000000000000000)", 8, 1, "False", "more than 1000 elements")]
    [InlineData(">f4", "(2,)", 8, 1, "False", "little-endian")]
    [InlineData("|O", "(2,)", 8, 1, "False", "little-endian")]
    [InlineData("<f4", "(2, 1)", 8, 1, "True", "column-major")]
    [InlineData("<f4", "(2,)", 8, 9, "False", "version 9")]
    [InlineData("<f4", "(-2,)", 8, 1, "False", "header")]
    public void Read_WhatCannotBe_SaysWhy(string type, string shape, int bytes, byte version, string order, string expected)
    {
        TrainingException error = Assert.Throws<TrainingException>(() => Read(NpzBytes.Npy(type, shape, new byte[bytes], version, order)));

        Assert.Contains("'c0/W'", error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AHeaderThatClaimsGigabytes_IsRefusedBeforeAnythingIsAllocated()
    {
        byte[] file = [0x93, .. "NUMPY"u8, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF];

        Assert.Contains("header has 4294967295 bytes", Assert.Throws<TrainingException>(() => Read(file)).Message, StringComparison.Ordinal);
    }

    private static NpyArray Read(byte[] file) => NpyReader.Read(new MemoryStream(file), "c0/W", mostElements: 1000);

    private static byte[] Bytes<T>(T[] values)
        where T : struct => MemoryMarshal.AsBytes<T>(values).ToArray();
}
