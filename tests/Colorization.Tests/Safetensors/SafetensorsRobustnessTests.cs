using System.Buffers.Binary;
using System.Diagnostics;
using PdnColorize.Colorization.Safetensors;
using static PdnColorize.Colorization.Tests.Safetensors.SafetensorsBytes;

namespace PdnColorize.Colorization.Tests.Safetensors;

/// <summary>Cut, altered and lying files: refused or read, in bounded time and memory.</summary>
public sealed class SafetensorsRobustnessTests
{
    /// <summary>Room for an exception with its stack trace (about 30 KiB here); the lies below are of 1 MiB and more.</summary>
    private const long ExceptionBytes = 128 * 1024;

    [Fact]
    public void Read_FileCutAtEveryByteOfItsFirstFourKibibytes_IsRefused()
    {
        var tensors = Enumerable.Range(0, 100).Select(i => SafetensorsTensor.FromSingles($"layer{i}.weight", [2, 2], [1, 2, 3, i]));
        using var stream = new MemoryStream();
        SafetensorsWriter.Write(stream, [.. tensors]);
        var file = stream.ToArray();
        Assert.InRange(BinaryPrimitives.ReadInt64LittleEndian(file), 4097, file.Length);

        for (var length = 0; length <= 4096; length++)
            Assert.Contains(length < 8 ? "too few for any" : "ends early", Refusal(file[..length]), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_HeaderCutAtEveryByteAndItsLengthMended_IsRefused()
    {
        // As above, but so that each cut reaches the JSON reader.
        var header = $"{{{Entry("a", "F32", "[2,2]", 0, 16)},{Entry("b", "F16", "[3]", 16, 22)}}}";

        for (var length = 0; length < header.Length; length++)
            Refusal(Build(header[..length], 22));
    }

    [Fact]
    public void Read_HundredThousandMutations_ThrowsNothingButSafetensorsException()
    {
        var header = $"{{\"__metadata__\":{{\"k\":\"v\"}},{Entry("a", "F32", "[2,2]", 0, 16)},{Entry("b", "F16", "[3]", 16, 22)}}}  ";
        var original = Build(header, 22);
        var interesting = "0123456789{}[]\":,. -eE\\/ntfu\0\u007F\u0080\u00FF"u8.ToArray();
        var random = new Random(20170101);
        var accepted = 0;
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 100_000; i++)
        {
            var file = Mutate(original, interesting, random);
            try
            {
                var read = Read(file);
                accepted++;
                Assert.True(read.Tensors.Sum(tensor => (long)tensor.Data.Length) <= file.Length);
            }
            catch (SafetensorsException)
            {
                // The expected way out.
            }
        }

        // Some mutations hit names, notes or data only: a reader that refuses everything would be no test.
        Assert.InRange(accepted, 1_000, 99_000);
        // Loose on purpose, for a busy machine: it takes about a second, and a reader that scans again and again would take minutes.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData(1UL << 63)]
    [InlineData(ulong.MaxValue)]
    [InlineData(ulong.MaxValue - 7)]
    [InlineData(1UL << 40)]
    [InlineData(1UL << 20)]
    public void Read_HeaderLengthThatIsALie_AllocatesNothing(ulong claimed)
    {
        var file = Build("{}", 100);
        BinaryPrimitives.WriteUInt64LittleEndian(file, claimed);

        AssertRefusedWithin(ExceptionBytes, file);
    }

    [Theory]
    [InlineData("[536870912]", 2147483648)]
    [InlineData("[1000000]", 4000000)]
    public void Read_ShapeThatIsALie_AllocatesNothing(string shape, long end) =>
        AssertRefusedWithin(ExceptionBytes, Build($"{{{Entry("a", "F32", shape, 0, end)}}}", 4));

    [Fact]
    public void Read_ManyTensorsOverTheSameData_AllocatesNothingForThem()
    {
        // 1,000 tensors of 1 MiB each that all claim the same megabyte.
        var header = $"{{{string.Join(',', Enumerable.Range(0, 1000).Select(i => Entry($"t{i}", "F32", "[262144]", 0, 1 << 20)))}}}";

        AssertRefusedWithin(2 * 1024 * 1024, Build(header, 1 << 20));
    }

    private static void AssertRefusedWithin(long bytes, byte[] file)
    {
        Refusal(file);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refusal(file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes);
    }

    private static byte[] Mutate(byte[] original, byte[] interesting, Random random)
    {
        var file = original.ToList();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var position = random.Next(file.Count);
            switch (random.Next(6))
            {
                case 0:
                    file[position] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    file[position] = interesting[random.Next(interesting.Length)];
                    break;
                case 2:
                    file.RemoveAt(position);
                    break;
                case 3:
                    file.Insert(position, interesting[random.Next(interesting.Length)]);
                    break;
                case 4:
                    file.RemoveRange(position, Math.Min(random.Next(1, 20), file.Count - position));
                    break;
                default:
                    file.InsertRange(position, file.GetRange(random.Next(file.Count), 1));
                    break;
            }

            if (file.Count == 0)
                break;
        }

        return [.. file];
    }
}
