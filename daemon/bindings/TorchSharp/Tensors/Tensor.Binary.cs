using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Shapes are broadcast against each other. A name that ends in _ changes this tensor and returns it.
    public partial class Tensor
    {
        public Tensor add(Tensor target) => add(target, 1);

        /// <summary>this + alpha * target</summary>
        public Tensor add(Tensor target, Scalar alpha) => New(NativeMethods.pdn_add(Native, target.Native, ScalarValue.Of(alpha)));

        public Tensor add(Scalar scalar) => add(scalar, 1);

        public Tensor add(Scalar scalar, Scalar alpha) =>
            New(NativeMethods.pdn_add_scalar(Native, ScalarValue.Of(scalar), ScalarValue.Of(alpha)));

        public Tensor add_(Tensor target) => add_(target, 1);

        public Tensor add_(Tensor target, Scalar alpha) => Done(NativeMethods.pdn_add_(Native, target.Native, ScalarValue.Of(alpha)));

        public Tensor add_(Scalar scalar) => add_(scalar, 1);

        public Tensor add_(Scalar scalar, Scalar alpha) =>
            Done(NativeMethods.pdn_add_scalar_(Native, ScalarValue.Of(scalar), ScalarValue.Of(alpha)));

        public Tensor sub(Tensor target) => New(NativeMethods.pdn_sub(Native, target.Native));

        public Tensor sub(Scalar target) => New(NativeMethods.pdn_sub_scalar(Native, ScalarValue.Of(target)));

        public Tensor sub_(Tensor target) => Done(NativeMethods.pdn_sub_(Native, target.Native));

        public Tensor sub_(Scalar target) => Done(NativeMethods.pdn_sub_scalar_(Native, ScalarValue.Of(target)));

        public Tensor mul(Tensor target) => New(NativeMethods.pdn_mul(Native, target.Native));

        public Tensor mul(Scalar target) => New(NativeMethods.pdn_mul_scalar(Native, ScalarValue.Of(target)));

        public Tensor mul_(Tensor target) => Done(NativeMethods.pdn_mul_(Native, target.Native));

        public Tensor mul_(Scalar target) => Done(NativeMethods.pdn_mul_scalar_(Native, ScalarValue.Of(target)));

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode switch
        {
            RoundingMode.None => New(NativeMethods.pdn_div(Native, target.Native)),
            RoundingMode.floor => floor_divide(target),
            _ => Truncated(New(NativeMethods.pdn_div(Native, target.Native))),
        };

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => rounding_mode switch
        {
            RoundingMode.None => New(NativeMethods.pdn_div_scalar(Native, ScalarValue.Of(target))),
            RoundingMode.floor => floor_divide(target),
            _ => Truncated(New(NativeMethods.pdn_div_scalar(Native, ScalarValue.Of(target)))),
        };

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode == RoundingMode.floor) return floor_divide_(target);
            NativeMethods.Check(NativeMethods.pdn_div_(Native, target.Native));
            return rounding_mode == RoundingMode.trunc ? trunc_() : this;
        }

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None)
        {
            if (rounding_mode == RoundingMode.floor) return floor_divide_(target);
            NativeMethods.Check(NativeMethods.pdn_div_scalar_(Native, ScalarValue.Of(target)));
            return rounding_mode == RoundingMode.trunc ? trunc_() : this;
        }

        public Tensor floor_divide(Tensor other) => New(NativeMethods.pdn_floor_divide(Native, other.Native));

        public Tensor floor_divide(Scalar other) => New(NativeMethods.pdn_floor_divide_scalar(Native, ScalarValue.Of(other)));

        public Tensor floor_divide_(Tensor other) => Done(NativeMethods.pdn_floor_divide_(Native, other.Native));

        public Tensor floor_divide_(Scalar other) => Done(NativeMethods.pdn_floor_divide_scalar_(Native, ScalarValue.Of(other)));

        public Tensor remainder(Tensor target) => New(NativeMethods.pdn_remainder(Native, target.Native));

        public Tensor remainder(Scalar scalar) => New(NativeMethods.pdn_remainder_scalar(Native, ScalarValue.Of(scalar)));

        public Tensor remainder_(Tensor target) => Done(NativeMethods.pdn_remainder_(Native, target.Native));

        public Tensor remainder_(Scalar scalar) => Done(NativeMethods.pdn_remainder_scalar_(Native, ScalarValue.Of(scalar)));

        public Tensor pow(Tensor exponent) => New(NativeMethods.pdn_pow(Native, exponent.Native));

        public Tensor pow(Scalar exponent) => New(NativeMethods.pdn_pow_scalar(Native, ScalarValue.Of(exponent)));

        public Tensor pow_(Tensor exponent) => Done(NativeMethods.pdn_pow_(Native, exponent.Native));

        public Tensor pow_(Scalar exponent) => Done(NativeMethods.pdn_pow_scalar_(Native, ScalarValue.Of(exponent)));

        public Tensor maximum(Tensor other) => New(NativeMethods.pdn_maximum(Native, other.Native));

        public Tensor minimum(Tensor other) => New(NativeMethods.pdn_minimum(Native, other.Native));

        public Tensor atan2(Tensor other) => New(NativeMethods.pdn_atan2(Native, other.Native));

        public Tensor logical_and(Tensor other) => New(NativeMethods.pdn_logical_and(Native, other.Native));

        public Tensor logical_or(Tensor other) => New(NativeMethods.pdn_logical_or(Native, other.Native));

        public Tensor bitwise_and(Tensor other) => New(NativeMethods.pdn_bitwise_and(Native, other.Native));

        public Tensor bitwise_or(Tensor other) => New(NativeMethods.pdn_bitwise_or(Native, other.Native));

        public Tensor bitwise_xor(Tensor other) => New(NativeMethods.pdn_bitwise_xor(Native, other.Native));

        public Tensor matmul(Tensor target) => New(NativeMethods.pdn_matmul(Native, target.Native));

        public Tensor mm(Tensor target) => matmul(target);

        /// <summary>this + value * tensor1 * tensor2</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            New(NativeMethods.pdn_addcmul(Native, tensor1.Native, tensor2.Native, ScalarValue.Of(value)));

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Done(NativeMethods.pdn_addcmul_(Native, tensor1.Native, tensor2.Native, ScalarValue.Of(value)));

        /// <summary>this + value * tensor1 / tensor2</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            New(NativeMethods.pdn_addcdiv(Native, tensor1.Native, tensor2.Native, ScalarValue.Of(value)));

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Done(NativeMethods.pdn_addcdiv_(Native, tensor1.Native, tensor2.Native, ScalarValue.Of(value)));

        /// <summary>this + weight * (end - this)</summary>
        public Tensor lerp(Tensor end, Tensor weight) => New(NativeMethods.pdn_lerp(Native, end.Native, weight.Native));

        public Tensor lerp_(Tensor end, Tensor weight) => Done(NativeMethods.pdn_lerp_(Native, end.Native, weight.Native));

        public Tensor clamp(Scalar? min = null, Scalar? max = null) =>
            New(NativeMethods.pdn_clamp(Native, ScalarValue.Of(min), ScalarValue.Of(max)));

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) =>
            Done(NativeMethods.pdn_clamp_(Native, ScalarValue.Of(min), ScalarValue.Of(max)));

        public Tensor clamp_min(Scalar min) => clamp(min, null);

        public Tensor clamp_min_(Scalar min) => clamp_(min, null);

        public Tensor clamp_max(Scalar max) => clamp(null, max);

        public Tensor clamp_max_(Scalar max) => clamp_(null, max);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);

        /// <summary>This tensor where <paramref name="condition"/> is true, <paramref name="y"/> elsewhere.</summary>
        public Tensor where(Tensor condition, Tensor y) => New(NativeMethods.pdn_where(condition.Native, Native, y.Native));

        private static Tensor Truncated(Tensor quotient)
        {
            using (quotient) return quotient.trunc();
        }
    }
}
