using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Assign(value, i1);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => At(i1, i2);
            set => Assign(value, i1, i2);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => At(i1, i2, i3);
            set => Assign(value, i1, i2, i3);
        }

        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => At(i1, i2, i3, i4);
            set => Assign(value, i1, i2, i3, i4);
        }

        /// <summary>A view where all indices are single or slices, else a copy.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            using var scope = NewDisposeScope();
            var (view, chosen) = Resolve(indices);
            if (chosen.Length == 0) return ReferenceEquals(view, this) ? alias().MoveToOuterDisposeScope() : view.MoveToOuterDisposeScope();
            using var list = new TensorList(chosen);
            return New(NativeMethods.pdn_index(view.Native, list.Pointers, list.Count)).MoveToOuterDisposeScope();
        }

        public Tensor index(params Tensor[] indices) => index([.. indices.Select(TensorIndex.Tensor)]);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, params Tensor[] indices) =>
            index_put_(value, [.. indices.Select(TensorIndex.Tensor)], accumulate: false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            using var scope = NewDisposeScope();
            var (view, chosen) = Resolve(indices);
            if (chosen.Length == 0)
            {
                if (accumulate) view.add_(value);
                else view.copy_(value);
                return this;
            }

            using var list = new TensorList(chosen);
            NativeMethods.Check(NativeMethods.pdn_index_put_(view.Native, list.Pointers, list.Count, value.Native, accumulate));
            return this;
        }

        public Tensor index_select(long dim, Tensor index) => New(NativeMethods.pdn_index_select(Native, dim, index.Native));

        public Tensor gather(long dim, Tensor index) => New(NativeMethods.pdn_gather(Native, dim, index.Native));

        public Tensor masked_select(Tensor mask) => New(NativeMethods.pdn_masked_select(Native, mask.Native));

        public Tensor masked_fill(Tensor mask, Scalar value) =>
            New(NativeMethods.pdn_masked_fill(Native, mask.Native, ScalarValue.Of(value)));

        public Tensor masked_fill_(Tensor mask, Scalar value) =>
            Done(NativeMethods.pdn_masked_fill_(Native, mask.Native, ScalarValue.Of(value)));

        /// <summary>The indices of what is not zero, one row each.</summary>
        public Tensor nonzero() => New(NativeMethods.pdn_nonzero(Native));

        private Tensor At(params ReadOnlySpan<long> indices)
        {
            using var scope = NewDisposeScope();
            var view = this;
            foreach (var position in indices) view = view.select(0, position);
            return view.MoveToOuterDisposeScope();
        }

        private void Assign(Tensor value, params ReadOnlySpan<long> indices)
        {
            using var view = At(indices);
            view.copy_(value);
        }

        /// <summary>
        /// The view that the single, slice and new-dimension indices make, and for each of its dimensions the tensor that chooses from
        /// it; no tensors at all if there are none.
        /// </summary>
        private (Tensor View, Tensor?[] Chosen) Resolve(TensorIndex[] indices)
        {
            var view = this;
            var chosen = new List<Tensor?>();
            var taken = indices.Sum(Consumed);
            var dim = 0;
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndexKind.Single:
                        view = view.select(
                            dim, index.Start ?? throw new ArgumentException("A single index must be given.", nameof(indices)));
                        break;
                    case TensorIndexKind.Slice:
                        if (index.Start is not null || index.Stop is not null || index.Step is not null) view = view.Slice(dim, index);
                        chosen.Add(null);
                        dim++;
                        break;
                    case TensorIndexKind.None:
                        view = view.unsqueeze(dim++);
                        chosen.Add(null);
                        break;
                    case TensorIndexKind.Ellipsis:
                        for (var i = taken; i < Dimensions; i++, dim++) chosen.Add(null);
                        break;
                    default:
                        // A mask stands for as many dimensions as it has itself.
                        chosen.Add(index.Chosen);
                        dim += Consumed(index);
                        break;
                }
            }

            return (view, chosen.Any(tensor => tensor is not null) ? [.. chosen] : []);
        }

        private unsafe Tensor Slice(int dim, TensorIndex index)
        {
            var (start, stop) = (index.Start.GetValueOrDefault(), index.Stop.GetValueOrDefault());
            return New(NativeMethods.pdn_slice(
                Native, dim, index.Start.HasValue ? &start : null, index.Stop.HasValue ? &stop : null, index.Step ?? 1));
        }

        private static int Consumed(TensorIndex index) => index.Kind switch
        {
            TensorIndexKind.None or TensorIndexKind.Ellipsis => 0,
            TensorIndexKind.Tensor when index.Chosen is { dtype: ScalarType.Bool } mask => (int)mask.Dimensions,
            _ => 1,
        };
    }
}
