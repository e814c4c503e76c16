using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // A name that ends in _ changes this tensor and returns it.
    public partial class Tensor
    {
        public Tensor abs() => New(NativeMethods.pdn_abs(Native));

        public Tensor abs_() => Done(NativeMethods.pdn_abs_(Native));

        public Tensor ceil() => New(NativeMethods.pdn_ceil(Native));

        public Tensor ceil_() => Done(NativeMethods.pdn_ceil_(Native));

        public Tensor cos() => New(NativeMethods.pdn_cos(Native));

        public Tensor cos_() => Done(NativeMethods.pdn_cos_(Native));

        public Tensor exp() => New(NativeMethods.pdn_exp(Native));

        public Tensor exp_() => Done(NativeMethods.pdn_exp_(Native));

        public Tensor expm1() => New(NativeMethods.pdn_expm1(Native));

        public Tensor expm1_() => Done(NativeMethods.pdn_expm1_(Native));

        public Tensor floor() => New(NativeMethods.pdn_floor(Native));

        public Tensor floor_() => Done(NativeMethods.pdn_floor_(Native));

        public Tensor log() => New(NativeMethods.pdn_log(Native));

        public Tensor log_() => Done(NativeMethods.pdn_log_(Native));

        public Tensor log1p() => New(NativeMethods.pdn_log1p(Native));

        public Tensor log1p_() => Done(NativeMethods.pdn_log1p_(Native));

        public Tensor neg() => New(NativeMethods.pdn_neg(Native));

        public Tensor neg_() => Done(NativeMethods.pdn_neg_(Native));

        public Tensor reciprocal() => New(NativeMethods.pdn_reciprocal(Native));

        public Tensor reciprocal_() => Done(NativeMethods.pdn_reciprocal_(Native));

        public Tensor relu() => New(NativeMethods.pdn_relu(Native));

        public Tensor relu_() => Done(NativeMethods.pdn_relu_(Native));

        public Tensor rsqrt() => New(NativeMethods.pdn_rsqrt(Native));

        public Tensor rsqrt_() => Done(NativeMethods.pdn_rsqrt_(Native));

        public Tensor sigmoid() => New(NativeMethods.pdn_sigmoid(Native));

        public Tensor sigmoid_() => Done(NativeMethods.pdn_sigmoid_(Native));

        public Tensor sign() => New(NativeMethods.pdn_sign(Native));

        public Tensor sign_() => Done(NativeMethods.pdn_sign_(Native));

        public Tensor sin() => New(NativeMethods.pdn_sin(Native));

        public Tensor sin_() => Done(NativeMethods.pdn_sin_(Native));

        public Tensor sqrt() => New(NativeMethods.pdn_sqrt(Native));

        public Tensor sqrt_() => Done(NativeMethods.pdn_sqrt_(Native));

        public Tensor tanh() => New(NativeMethods.pdn_tanh(Native));

        public Tensor tanh_() => Done(NativeMethods.pdn_tanh_(Native));

        public Tensor trunc() => New(NativeMethods.pdn_trunc(Native));

        public Tensor trunc_() => Done(NativeMethods.pdn_trunc_(Native));

        public Tensor square() => New(NativeMethods.pdn_square(Native));

        public Tensor isfinite() => New(NativeMethods.pdn_isfinite(Native));

        public Tensor isinf() => New(NativeMethods.pdn_isinf(Native));

        public Tensor isnan() => New(NativeMethods.pdn_isnan(Native));

        public Tensor logical_not() => New(NativeMethods.pdn_logical_not(Native));

        public Tensor bitwise_not() => New(NativeMethods.pdn_bitwise_not(Native));

        public Tensor silu() => New(NativeMethods.pdn_silu(Native));

        public Tensor silu_() => Done(NativeMethods.pdn_silu_(Native));

        /// <summary>To the nearest whole number; of two equally near, the even one.</summary>
        /// <param name="decimals">Digits to keep; this binding keeps none.</param>
        public Tensor round(long decimals = 0) => New(NativeMethods.pdn_round(Whole(decimals)));

        public Tensor round_(long decimals = 0) => Done(NativeMethods.pdn_round_(Whole(decimals)));

        public Tensor leaky_relu(Scalar negative_slope) => New(NativeMethods.pdn_leaky_relu(Native, ScalarValue.Of(negative_slope)));

        public Tensor leaky_relu_(Scalar negative_slope) => Done(NativeMethods.pdn_leaky_relu_(Native, ScalarValue.Of(negative_slope)));

        public Tensor fill_(Scalar value) => Done(NativeMethods.pdn_fill_(Native, ScalarValue.Of(value)));

        public Tensor zero_() => Done(NativeMethods.pdn_zero_(Native));

        private TensorHandle Whole(long decimals) => decimals == 0
            ? Native
            : throw new NotSupportedException("This binding rounds to whole numbers only.");
    }
}
