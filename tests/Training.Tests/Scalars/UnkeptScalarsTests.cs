using System.Reflection;
using PdnColorize.Colorization.Networks;
using TorchSharp;

namespace PdnColorize.Training.Tests.Scalars;

public sealed class UnkeptScalarsTests
{
    private static readonly string Self = typeof(UnkeptScalarsTests).Assembly.Location;
    private static readonly UnkeptScalars Check = new(typeof(torch).Assembly.Location);

    public static TheoryData<string> Forms => [.. typeof(UnsafeForms).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(method => method.Name)];

    [Fact]
    public void Find_Colorization_IsNothing() => AssertNone(Check.Find(typeof(UNet).Assembly.Location));

    [Fact]
    public void Find_Training_IsNothing() => AssertNone(Check.Find(typeof(Trainer).Assembly.Location));

    [Fact]
    public void Find_TheseTests_IsNothing() => AssertNone(Check.Find(Self, type => type != nameof(UnsafeForms)));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Find_UnsafeForm_IsNamedWithItsMethod(string form) =>
        Assert.Contains(Check.Find(Self, type => type == nameof(UnsafeForms)), fault => fault.Contains(form, StringComparison.Ordinal));

    [Fact]
    public void Find_SafeForms_IsNothing() => AssertNone(Check.Find(Self, type => type == nameof(SafeForms)));

    [Fact]
    public void Find_SumOfTensors_SaysWhatToWriteInstead()
    {
        string fault = Assert.Single(Check.Find(Self, type => type == nameof(UnsafeForms)), fault => fault.Contains($".{nameof(UnsafeForms.SumOfTensors)}:", StringComparison.Ordinal));

        Assert.Equal(
            "PdnColorize.Training.Tests.Scalars.UnsafeForms.SumOfTensors: Tensor.op_Addition(Tensor, Tensor) makes a Scalar that nothing keeps alive. Use TensorArithmetic, item<float>(), or an overload that is given the Scalar.",
            fault);
    }

    private static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));
}
