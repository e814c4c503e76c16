using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class TensorDataTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Bytes_OfEachType_GoInAndComeOut()
    {
        AssertRoundTrip(ScalarType.Float32, MemoryMarshal.AsBytes<float>([1.5f, -2, float.NaN]).ToArray());
        AssertRoundTrip(ScalarType.Float16, MemoryMarshal.AsBytes<Half>([(Half)1.5f, (Half)(-2), Half.MaxValue]).ToArray());
        AssertRoundTrip(ScalarType.BFloat16, MemoryMarshal.AsBytes<ushort>([0x3FC0, 0xC000, 0x7F7F]).ToArray());
        AssertRoundTrip(ScalarType.Int64, MemoryMarshal.AsBytes<long>([1, -2, long.MaxValue]).ToArray());
        AssertRoundTrip(ScalarType.Byte, [0, 128, 255]);
    }

    [Fact]
    public void Bytes_OfTheWrongLength_AreRefused()
    {
        var tensor = zeros(3);

        var error = Assert.Throws<ArgumentException>(() => tensor.bytes = new byte[11]);

        Assert.Contains("12", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_OfAPermutedTensor_AreRefused() =>
        Assert.Throws<InvalidOperationException>(() => zeros(2, 3).permute(1, 0).bytes.Length);

    [Fact]
    public void BFloat16_FromSingle_RoundsAsLibtorchDoes()
    {
        float[] numbers = [0, -0f, 1, 1.00390625f, 1.01171875f, 3.14159f, -2.71828f, 1e-40f, 3.4e38f, float.PositiveInfinity];

        var theirs = tensor(numbers).to(ScalarType.BFloat16);

        Assert.Equal(numbers.Select(number => new BFloat16(number).ToSingle()), theirs.to(ScalarType.Float32).data<float>());
        Assert.Equal(numbers.Select(number => new BFloat16(number)), theirs.data<BFloat16>());
        Assert.True(float.IsNaN(new BFloat16(float.NaN).ToSingle()));
    }

    [Fact]
    public void Half_ThereAndBack_KeepsItsNumbers()
    {
        var tensor = torch.tensor([(Half)0.1f, (Half)65504, (Half)(-3)]);

        Assert.Equal(ScalarType.Float16, tensor.dtype);
        Assert.Equal([0.0999755859375f, 65504, -3], tensor.to(ScalarType.Float32).data<float>().ToArray());
    }

    [Fact]
    public void Data_OfATransposedTensor_IsInTheOrderOfItsIndices()
    {
        var tensor = arange(6).reshape(2, 3).transpose(0, 1);

        var data = tensor.data<long>();

        Assert.Equal([0L, 3, 1, 4, 2, 5], data.ToArray());
        Assert.Equal(4, data[1, 1]);
        data.CopyFrom([9L, 8], tensorIndex: 4);
        Assert.Equal([0L, 3, 1, 4, 9, 8], data);
        Assert.Throws<ArgumentOutOfRangeException>(() => data[3, 0]);
    }

    [Fact]
    public void Data_OfAnotherType_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => zeros(1).data<double>());
        Assert.Throws<ArgumentException>(() => zeros(1).item<int>());
        Assert.Throws<ArgumentException>(() => zeros(2).item<float>());
    }

    [Fact]
    public void ToScalar_OfEachType_IsItsNumber()
    {
        Assert.Equal(200, tensor((byte)200).ToInt32());
        Assert.Equal(-7, tensor(-7L).ToInt64());
        Assert.True(tensor(true).ToBoolean());
        Assert.Equal(1.5, tensor(1.5).to(ScalarType.BFloat16).ToDouble());
        Assert.Equal(0.25f, (float)tensor(0.25f));
    }

    [Fact]
    public void Tensor_OfAnArray_CopiesIt()
    {
        float[] numbers = [1, 2, 3, 4];

        var tensor = torch.tensor(numbers, [2, 2]);
        numbers[0] = 9;

        Assert.Equal([1f, 2, 3, 4], tensor.data<float>().ToArray());
        Assert.Throws<ArgumentException>(() => torch.tensor(numbers, [2, 3]));
    }

    [Fact]
    public void FromArray_OfTwoDimensions_SharesItsMemoryAndLetsItGo()
    {
        var numbers = new float[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        var tensor = from_array(numbers);
        numbers[1, 2] = 9;

        Assert.Equal([2, 3], tensor.shape);
        Assert.Equal(9f, tensor[1, 2].item<float>());
        Assert.Equal([true, false], from_array(new[] { true, false }).data<bool>().ToArray());
        Assert.Equal(ScalarType.Float64, from_array(numbers, ScalarType.Float64).dtype);

        var array = Share();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(array.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Share()
        {
            var shared = new int[100];
            using var tensor = from_array(shared);
            return new WeakReference(shared);
        }
    }

    [Fact]
    public void ToString_OfATensor_SaysWhatItIs()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", zeros(2, 3).ToString());
        Assert.Equal("[], type = Int64, device = cpu, value = 5", tensor(5L).ToString());
    }

    private static void AssertRoundTrip(ScalarType type, byte[] bytes)
    {
        var tensor = empty([3], type);

        tensor.bytes = bytes;

        Assert.Equal(bytes, tensor.bytes.ToArray());
        Assert.Equal(bytes, tensor.clone().bytes.ToArray());
        Assert.Equal(bytes.Length / 3, tensor.ElementSize);
        Assert.Equal(bytes.Length / 3, type.ElementSize());
    }
}
