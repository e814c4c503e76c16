using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Reading;

/// <summary>How wrong the reading network is about borders, about which points share a color, and about which color it is.</summary>
internal static class ReadingLoss
{
    /// <summary>Numbers of an embedding. With the border that makes 16 channels, which suits the processor; the color classes follow.</summary>
    public const int EmbeddingSize = 15;

    // Kept: a scalar made on the fly can be finalized while libtorch still reads it.
    private static readonly Scalar Epsilon = 1e-6f.ToScalar();
    private static readonly Scalar Steepness = 6f.ToScalar();
    private static readonly Scalar Bias = (-2f).ToScalar();
    private static readonly Scalar One = 1f.ToScalar();

    /// <summary>Binary cross entropy of the borders; a border counts double, since most pixels are none.</summary>
    /// <param name="output">N x (1 + embedding + classes) x S x S, the network's.</param>
    /// <param name="border">N x 1 x S x S, 0 to 1.</param>
    public static Tensor OfBorders(Tensor output, Tensor border)
    {
        using DisposeScope scope = NewDisposeScope();
        return CrossEntropy(output.narrow(1, 0, 1).contiguous(), border).mul(border.add(One, One)).mean().MoveToOuterDisposeScope();
    }

    /// <summary>How alike the network finds the points of each sample: the logit that two share a colour, 6 x cosine - 2.</summary>
    /// <param name="output">N x (1 + embedding + classes) x S x S.</param>
    /// <param name="points">N x P pixels, counted through all samples.</param>
    /// <returns>N x P x P.</returns>
    public static Tensor Likeness(Tensor output, Tensor points)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor at = Take(output, 1, EmbeddingSize, points).view(points.shape[0], points.shape[1], EmbeddingSize);
        Tensor unit = at.div(at.mul(at).sum(2, keepdim: true).add(Epsilon, One).sqrt());
        return unit.bmm(unit.transpose(1, 2)).mul(Steepness).add(Bias, One).MoveToOuterDisposeScope();
    }

    /// <summary>Binary cross entropy of <see cref="Likeness"/>, pairs weighted as <see cref="ReadingSample.Weight"/> says, mean over the samples.</summary>
    public static Tensor OfPairs(Tensor likeness, Tensor equal, Tensor weight)
    {
        using DisposeScope scope = NewDisposeScope();
        using Scalar count = ((float)likeness.shape[0]).ToScalar();
        return CrossEntropy(likeness.contiguous(), equal).mul(weight).sum().div(count).MoveToOuterDisposeScope();
    }

    /// <summary>Cross entropy of the points' color classes, weighted by <see cref="ColorClasses.Weights"/>.</summary>
    /// <param name="output">N x (1 + embedding + classes) x S x S.</param>
    /// <param name="points">N x P pixels, counted through all samples.</param>
    /// <param name="colors">N P classes.</param>
    public static Tensor OfColors(Tensor output, Tensor points, Tensor colors)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = Take(output, 1 + EmbeddingSize, ColorClasses.Colors.Count, points);
        return nn.functional.cross_entropy(logits, colors, ColorClasses.WeightTensor(output.device)).MoveToOuterDisposeScope();
    }

    /// <summary>Some channels at points, points x channels.</summary>
    private static Tensor Take(Tensor output, long first, long count, Tensor points) =>
        output.narrow(1, first, count).permute(0, 2, 3, 1).reshape(-1, count).index_select(0, points.view(-1));

    /// <summary>Binary cross entropy of each logit: (1 - target) x logit - log sigmoid(logit), which no logit overflows.</summary>
    private static Tensor CrossEntropy(Tensor logits, Tensor target) =>
        target.neg().add(One, One).mul(logits).add(nn.functional.logsigmoid(logits).neg(), One);
}
