namespace TorchSharp;

public static partial class torch
{
    /// <summary>What to take of one dimension.</summary>
    public readonly struct TensorIndex
    {
        internal TensorIndex(TensorIndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Chosen = tensor;
        }

        /// <summary>As many whole dimensions as are left.</summary>
        public static readonly TensorIndex Ellipsis = new(TensorIndexKind.Ellipsis);

        /// <summary>The whole dimension.</summary>
        public static readonly TensorIndex Colon = new(TensorIndexKind.Slice);

        /// <summary>A new dimension of size 1.</summary>
        public static readonly TensorIndex None = new(TensorIndexKind.None);

        /// <summary>A new dimension of size 1.</summary>
        public static readonly TensorIndex Null = new(TensorIndexKind.None);

        internal TensorIndexKind Kind { get; }

        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Chosen { get; }

        /// <summary>From <paramref name="start"/> up to, without, <paramref name="stop"/>. Negative: from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(TensorIndexKind.Slice, start, stop, step);

        public static TensorIndex Slice(Range range) => new(
            TensorIndexKind.Slice,
            range.Start.IsFromEnd ? -range.Start.Value : range.Start.Value,
            range.End.IsFromEnd ? range.End.Value == 0 ? null : -range.End.Value : range.End.Value);

        /// <summary>One index: the dimension goes.</summary>
        public static TensorIndex Single(long? index) => new(TensorIndexKind.Single, index);

        /// <summary>These indices, or where a tensor of truth values is true.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(TensorIndexKind.Tensor, tensor: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        public static implicit operator TensorIndex(Range range) => Slice(range);
    }

    internal enum TensorIndexKind
    {
        Slice,
        Single,
        None,
        Ellipsis,
        Tensor,
    }
}
