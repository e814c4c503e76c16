using PdnColorize.Colorization.Safetensors;
using TorchSharp;
using static TorchSharp.torch;

namespace PdnColorize.Training.Optimization;

/// <summary>Adam (Kingma and Ba, 2015), step by step as PyTorch's, over all weights of a network at once.</summary>
/// <remarks>
/// Not TorchSharp's torch.optim.Adam or AdamW, which go weight by weight (there is no fused form): on a U-Net they took 1.2 to 1.8 times as long in one run.
/// They also make every scalar anew for a native call, where it may be finalised while it is read (dotnet/TorchSharp#1434).
/// </remarks>
internal sealed class AdamOptimizer : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;
    private const string MomentName = "exp_avg.";
    private const string SquareName = "exp_avg_sq.";

    /// <summary>On the CPU the weights are taken in pieces of this many, so that the calls on one piece find it in the processor's cache.</summary>
    private const long PieceLength = 1 << 17;

    private readonly FlatTensors _network;
    private readonly double _weightDecay;
    private readonly Tensor _moment;
    private readonly Tensor _square;
    private readonly Tensor _scratch;
    private readonly List<Piece> _pieces = [];
    private Tensor? _start;
    private double _pull;

    /// <param name="network">The network to train.</param>
    /// <param name="weightDecay">Is added to the gradient, times the weight.</param>
    /// <param name="learns">Whether a parameter of that name learns; the others are left as they are, decay and all.</param>
    public AdamOptimizer(FlatTensors network, double weightDecay, Func<string, bool> learns)
    {
        _network = network;
        _weightDecay = weightDecay;
        using DisposeScope scope = NewDisposeScope();
        _moment = zeros_like(network.Weights).DetachFromDisposeScope();
        _square = zeros_like(network.Weights).DetachFromDisposeScope();
        long length = network.Weights.numel();
        long pieceLength = network.Weights.device_type == DeviceType.CPU ? Math.Min(PieceLength, length) : length;
        _scratch = zeros(pieceLength, device: network.Weights.device).DetachFromDisposeScope();
        foreach ((long from, long to) in Ranges(network, learns))
        {
            for (long at = from; at < to; at += pieceLength)
            {
                long count = Math.Min(pieceLength, to - at);
                Tensor Part(Tensor whole, long start) => whole.narrow(0, start, count).DetachFromDisposeScope();
                _pieces.Add(new Piece(at, count, Part(network.Weights, at), Part(network.Gradients, at), Part(_moment, at), Part(_square, at), Part(_scratch, 0)));
            }
        }
    }

    /// <summary>Steps taken so far.</summary>
    public long Steps { get; set; }

    /// <summary>
    /// From now on each step also goes a share of the way back to given weights: the rate times <paramref name="pull"/>. It is to them what decoupled weight decay
    /// (Loshchilov and Hutter, 2019) is to zero, so that what the pictures say nothing about stays as it was (L2-SP: Li, Grandvalet and Davoine, 2018).
    /// </summary>
    /// <param name="weights">Where to; copied.</param>
    /// <param name="pull">How strongly; 0 is not at all.</param>
    public void PullTo(Tensor weights, double pull)
    {
        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        _start?.Dispose();
        _start = pull > 0 ? weights.clone().DetachFromDisposeScope() : null;
        _pull = pull;
    }

    /// <summary>Takes a step along the network's gradients.</summary>
    /// <param name="learningRate">The rate.</param>
    public void Step(double learningRate)
    {
        Steps++;
        double rootCorrection = Math.Sqrt(1 - Math.Pow(Beta2, Steps));
        double size = learningRate / (1 - Math.Pow(Beta1, Steps));
        using var untracked = no_grad();
        foreach (Piece piece in _pieces)
        {
            using DisposeScope scope = NewDisposeScope();
            if (_weightDecay > 0) piece.Gradient.add_(piece.Weight, _weightDecay);
            piece.Moment.mul_(Beta1).add_(piece.Gradient, 1 - Beta1);
            piece.Square.mul_(Beta2).addcmul_(piece.Gradient, piece.Gradient, 1 - Beta2);
            piece.Scratch.copy_(piece.Square).sqrt_().div_(rootCorrection).add_(Epsilon);
            piece.Weight.addcdiv_(piece.Moment, piece.Scratch, -size);
            if (_start is not null)
            {
                double share = Math.Min(1, learningRate * _pull);
                piece.Weight.mul_(1 - share).add_(_start.narrow(0, piece.Offset, piece.Length), share);
            }
        }
    }

    /// <summary>Scales the gradients down so that their norm is at most a limit.</summary>
    /// <param name="limit">The limit; 0 is none.</param>
    /// <returns>The norm before; not finite when something went wrong.</returns>
    public double Clip(double limit)
    {
        using DisposeScope scope = NewDisposeScope();
        using var untracked = no_grad();
        double norm = (double)_network.Gradients.norm();
        // As PyTorch does, so that a norm of zero divides by something.
        double scale = limit / (norm + 1e-6);
        if (limit > 0 && scale < 1) _network.Gradients.mul_(scale);
        return norm;
    }

    /// <summary>The moments under PyTorch's names for them.</summary>
    public IReadOnlyList<SafetensorsTensor> Save() => [.. _network.SaveAs(MomentName, _moment), .. _network.SaveAs(SquareName, _square)];

    /// <summary>Takes the moments from a file.</summary>
    /// <exception cref="TrainingException">A tensor is missing or has another shape.</exception>
    public void Load(SafetensorsFile file)
    {
        _network.LoadAs(MomentName, file, _moment);
        _network.LoadAs(SquareName, file, _square);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Piece piece in _pieces) piece.Dispose();
        _moment.Dispose();
        _square.Dispose();
        _scratch.Dispose();
        _start?.Dispose();
    }

    /// <summary>The parameters that learn, neighbours together.</summary>
    private static List<(long From, long To)> Ranges(FlatTensors network, Func<string, bool> learns)
    {
        List<(long From, long To)> ranges = [];
        foreach ((string name, long offset, long length) in network.Parameters)
        {
            if (!learns(name)) continue;
            if (ranges.Count > 0 && ranges[^1].To == offset)
                ranges[^1] = (ranges[^1].From, offset + length);
            else
                ranges.Add((offset, offset + length));
        }

        return ranges;
    }

    /// <summary>Views of one piece.</summary>
    private sealed record Piece(long Offset, long Length, Tensor Weight, Tensor Gradient, Tensor Moment, Tensor Square, Tensor Scratch) : IDisposable
    {
        public void Dispose()
        {
            Weight.Dispose();
            Gradient.Dispose();
            Moment.Dispose();
            Square.Dispose();
            Scratch.Dispose();
        }
    }
}
