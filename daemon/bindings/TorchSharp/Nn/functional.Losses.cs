using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of the losses of the single elements.</summary>
        public enum Reduction : long
        {
            None = 0,
            Mean = 1,
            Sum = 2,
        }

        public static partial class functional
        {
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                Tensor.New(NativeMethods.pdn_softmax(input.Native, dim, (int?)dtype ?? -1));

            public static Tensor log_softmax(Tensor x, long dim) => Tensor.New(NativeMethods.pdn_log_softmax(x.Native, dim, -1));

            /// <param name="input">N x classes (x further dimensions), before softmax.</param>
            /// <param name="target">The class of each, Int64; or a probability for each class.</param>
            /// <param name="weight">How much each class counts.</param>
            /// <param name="ignore_index">The class that does not count.</param>
            public static Tensor cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                Tensor.New(NativeMethods.pdn_cross_entropy(
                    input.Native, target.Native, Tensor.Optional(weight), (long)reduction, ignore_index, label_smoothing));

            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Tensor.New(NativeMethods.pdn_mse_loss(input.Native, target.Native, (long)reduction));

            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                Tensor.New(NativeMethods.pdn_l1_loss(input.Native, target.Native, (long)reduction));

            /// <summary>
            /// Half the square of the difference, divided by <paramref name="beta"/>, below it; the absolute difference above.
            /// </summary>
            public static Tensor smooth_l1_loss(
                Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                Tensor.New(NativeMethods.pdn_smooth_l1_loss(input.Native, target.Native, (long)reduction, beta));

            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                Tensor.New(NativeMethods.pdn_huber_loss(input.Native, target.Native, (long)reduction, delta));

            /// <param name="input">Probabilities.</param>
            public static Tensor binary_cross_entropy(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                Tensor.New(NativeMethods.pdn_binary_cross_entropy(
                    input.Native, target.Native, Tensor.Optional(weight), (long)reduction));

            /// <param name="input">Before the sigmoid.</param>
            public static Tensor binary_cross_entropy_with_logits(
                Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                Tensor.New(NativeMethods.pdn_binary_cross_entropy_with_logits(
                    input.Native, target.Native, Tensor.Optional(weight), Tensor.Optional(pos_weights), (long)reduction));
        }
    }

    public partial class Tensor
    {
        public Tensor softmax(long dim, ScalarType? dtype = null) => nn.functional.softmax(this, dim, dtype);

        public Tensor log_softmax(long dim, ScalarType? dtype = null) =>
            New(NativeMethods.pdn_log_softmax(Native, dim, Code(dtype)));
    }
}
