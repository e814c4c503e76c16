using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.FineTuning;

namespace PdnColorize.Training.Tests.FineTuning;

public sealed class NormEpsilonTests
{
    [Fact]
    public void Fold_ChainersEpsilon_LeavesTheRootAsItWas()
    {
        float[] variances = [0, 1e-6f, 0.5f, 3e4f];
        SafetensorsTensor[] tensors = [SafetensorsTensor.FromSingles("bnc0.running_var", [4], variances), SafetensorsTensor.FromSingles("bnc0.weight", [4], variances)];

        IReadOnlyList<SafetensorsTensor> folded = NormEpsilon.Fold(tensors, 2e-5);

        Assert.All(variances.Zip(folded[0].ToSingles()), pair => Assert.Equal(Math.Sqrt(pair.First + 2e-5), Math.Sqrt(pair.Second + 1e-5), tolerance: 1e-9 + (pair.First * 1e-7)));
        Assert.Equal(variances, folded[1].ToSingles());
    }

    [Fact]
    public void Fold_ASmallerEpsilon_LeavesNoVarianceBelowZero() =>
        Assert.Equal([0], NormEpsilon.Fold([SafetensorsTensor.FromSingles("bnc0.running_var", [1], [1e-6f])], 1e-7)[0].ToSingles());
}
