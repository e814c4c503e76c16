using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // keepdim: the dimension stays, with size 1. unbiased: divided by one less than the count.
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => New(NativeMethods.pdn_sum(Native, Code(type)));

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            New(NativeMethods.pdn_sum_dims(Native, [dim], 1, keepdim, Code(type)));

        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            New(NativeMethods.pdn_sum_dims(Native, dim, dim.Length, keepdim, Code(type)));

        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            New(NativeMethods.pdn_sum_dims(Native, dim, dim.Length, keepdim, Code(type)));

        public Tensor mean() => New(NativeMethods.pdn_mean(Native));

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            New(NativeMethods.pdn_mean_dims(Native, dimensions, dimensions.Length, keepdim, Code(type)));

        public Tensor std(bool unbiased = true) => New(NativeMethods.pdn_std(Native, unbiased));

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim], unbiased, keepdim, type);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(type, New(NativeMethods.pdn_std_dims(Native, dimensions, dimensions.Length, unbiased, keepdim)));

        public Tensor var(bool unbiased = true) => New(NativeMethods.pdn_var(Native, unbiased));

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            As(type, New(NativeMethods.pdn_var_dims(Native, dimensions, dimensions.Length, unbiased, keepdim)));

        public Tensor max() => New(NativeMethods.pdn_max(Native));

        public Tensor max(Tensor other) => maximum(other);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Pair(NativeMethods.pdn_max_dim(Native, dim, keepdim, out var values, out var indices), values, indices);

        public Tensor min() => New(NativeMethods.pdn_min(Native));

        public Tensor min(Tensor other) => minimum(other);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Pair(NativeMethods.pdn_min_dim(Native, dim, keepdim, out var values, out var indices), values, indices);

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Pair(NativeMethods.pdn_sort(Native, dim, descending, stable, out var values, out var indices), values, indices);

        public Tensor amax(params long[] dims) => New(NativeMethods.pdn_amax(Native, dims, dims.Length, keepdim: false));

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, New(NativeMethods.pdn_amax(Native, dims, dims.Length, keepdim)));

        public Tensor amin(params long[] dims) => New(NativeMethods.pdn_amin(Native, dims, dims.Length, keepdim: false));

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, New(NativeMethods.pdn_amin(Native, dims, dims.Length, keepdim)));

        public unsafe Tensor argmax() => New(NativeMethods.pdn_argmax(Native, null, keepdim: false));

        public unsafe Tensor argmax(long dim, bool keepdim = false) => New(NativeMethods.pdn_argmax(Native, &dim, keepdim));

        public unsafe Tensor argmin() => New(NativeMethods.pdn_argmin(Native, null, keepdim: false));

        public unsafe Tensor argmin(long dim, bool keepdim = false) => New(NativeMethods.pdn_argmin(Native, &dim, keepdim));

        public Tensor all() => New(NativeMethods.pdn_all(Native));

        public Tensor all(long dim, bool keepdim = false) => New(NativeMethods.pdn_all_dim(Native, dim, keepdim));

        public Tensor any() => New(NativeMethods.pdn_any(Native));

        public Tensor any(long dim, bool keepdim = false) => New(NativeMethods.pdn_any_dim(Native, dim, keepdim));

        public Tensor median() => New(NativeMethods.pdn_median(Native));

        public Tensor cumsum(long dim, ScalarType? type = null) => New(NativeMethods.pdn_cumsum(Native, dim, Code(type)));

        public Tensor norm(float p = 2) => New(NativeMethods.pdn_norm(Native, ScalarValue.Of(p)));

        public Tensor norm(int dim, bool keepdim = false, float p = 2) =>
            New(NativeMethods.pdn_norm_dim(Native, ScalarValue.Of(p), dim, keepdim));

        private static int Code(ScalarType? type) => (int?)type ?? -1;

        private static (Tensor First, Tensor Second) Pair(int status, TensorHandle first, TensorHandle second)
        {
            NativeMethods.Check(status);
            return (New(first), New(second));
        }

        private static Tensor As(ScalarType? type, Tensor result) =>
            type is { } wanted && wanted != result.dtype ? result.to_type(wanted, disposeAfter: true) : result;

        private static Tensor Into(Tensor? target, Tensor result)
        {
            if (target is null) return result;
            using (result) return target.copy_(result);
        }
    }
}
