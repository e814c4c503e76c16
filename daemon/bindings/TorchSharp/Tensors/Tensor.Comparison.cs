using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Comparisons give a tensor of truth values, the operators too: compare with null by 'is null'.
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => New(NativeMethods.pdn_eq(Native, target.Native));

        public Tensor eq(Scalar target) => New(NativeMethods.pdn_eq_scalar(Native, ScalarValue.Of(target)));

        public Tensor ne(Tensor target) => New(NativeMethods.pdn_ne(Native, target.Native));

        public Tensor ne(Scalar target) => New(NativeMethods.pdn_ne_scalar(Native, ScalarValue.Of(target)));

        public Tensor lt(Tensor target) => New(NativeMethods.pdn_lt(Native, target.Native));

        public Tensor lt(Scalar target) => New(NativeMethods.pdn_lt_scalar(Native, ScalarValue.Of(target)));

        public Tensor le(Tensor target) => New(NativeMethods.pdn_le(Native, target.Native));

        public Tensor le(Scalar target) => New(NativeMethods.pdn_le_scalar(Native, ScalarValue.Of(target)));

        public Tensor gt(Tensor target) => New(NativeMethods.pdn_gt(Native, target.Native));

        public Tensor gt(Scalar target) => New(NativeMethods.pdn_gt_scalar(Native, ScalarValue.Of(target)));

        public Tensor ge(Tensor target) => New(NativeMethods.pdn_ge(Native, target.Native));

        public Tensor ge(Scalar target) => New(NativeMethods.pdn_ge_scalar(Native, ScalarValue.Of(target)));

        /// <summary>As <see cref="eq(Tensor)"/>, element by element; <see cref="Equals(Tensor)"/> compares whole tensors.</summary>
        public Tensor equal(Tensor target) => eq(target);

        /// <summary>Whether shapes broadcast and all numbers differ by at most atol + rtol * |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            NativeMethods.Check(NativeMethods.pdn_allclose(Native, target.Native, rtol, atol, equal_nan, out var result));
            return result;
        }

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);

        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);

        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);

        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);

        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);

        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);

        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);

        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);

        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);

        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);

        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);

        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);
    }
}
