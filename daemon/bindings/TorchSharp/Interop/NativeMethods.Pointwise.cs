using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Calls that work on each element: pointwise.cpp.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_abs(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_abs_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_ceil(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_ceil_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_cos(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_cos_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_exp(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_exp_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_expm1(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_expm1_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_floor(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_floor_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_log(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_log_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_log1p(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_log1p_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_neg(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_neg_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_reciprocal(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_reciprocal_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_relu(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_relu_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_round(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_round_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_rsqrt(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_rsqrt_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sigmoid(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_sigmoid_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sign(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_sign_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sin(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_sin_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sqrt(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_sqrt_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_tanh(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_tanh_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_trunc(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_trunc_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_square(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_isfinite(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_isinf(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_isnan(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_logical_not(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_bitwise_not(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_mul(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int pdn_mul_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_div(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int pdn_div_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_pow(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int pdn_pow_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_remainder(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int pdn_remainder_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_floor_divide(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int pdn_floor_divide_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_maximum(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_minimum(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_atan2(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_eq(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_ne(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_lt(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_le(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_gt(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_ge(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_logical_and(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_logical_or(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_bitwise_and(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_bitwise_or(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_bitwise_xor(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_matmul(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_mul_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial int pdn_mul_scalar_(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_div_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial int pdn_div_scalar_(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_pow_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial int pdn_pow_scalar_(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_remainder_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial int pdn_remainder_scalar_(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_floor_divide_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial int pdn_floor_divide_scalar_(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_eq_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_ne_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_lt_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_le_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_gt_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_ge_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_add(TensorHandle self, TensorHandle other, ScalarValue alpha);

    [LibraryImport(Library)]
    internal static partial int pdn_add_(TensorHandle self, TensorHandle other, ScalarValue alpha);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_add_scalar(TensorHandle self, ScalarValue other, ScalarValue alpha);

    [LibraryImport(Library)]
    internal static partial int pdn_add_scalar_(TensorHandle self, ScalarValue other, ScalarValue alpha);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sub(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial int pdn_sub_(TensorHandle self, TensorHandle other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_sub_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial int pdn_sub_scalar_(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_rsub_scalar(TensorHandle self, ScalarValue other);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_addcmul(TensorHandle self, TensorHandle first, TensorHandle second, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial int pdn_addcmul_(TensorHandle self, TensorHandle first, TensorHandle second, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_addcdiv(TensorHandle self, TensorHandle first, TensorHandle second, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial int pdn_addcdiv_(TensorHandle self, TensorHandle first, TensorHandle second, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_lerp(TensorHandle self, TensorHandle end, TensorHandle weight);

    [LibraryImport(Library)]
    internal static partial int pdn_lerp_(TensorHandle self, TensorHandle end, TensorHandle weight);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_clamp(TensorHandle self, ScalarValue min, ScalarValue max);

    [LibraryImport(Library)]
    internal static partial int pdn_clamp_(TensorHandle self, ScalarValue min, ScalarValue max);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_leaky_relu(TensorHandle self, ScalarValue slope);

    [LibraryImport(Library)]
    internal static partial int pdn_leaky_relu_(TensorHandle self, ScalarValue slope);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_silu(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_silu_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial int pdn_fill_(TensorHandle self, ScalarValue value);

    [LibraryImport(Library)]
    internal static partial int pdn_zero_(TensorHandle self);

    [LibraryImport(Library)]
    internal static partial TensorHandle pdn_where(TensorHandle condition, TensorHandle self, TensorHandle other);
}
