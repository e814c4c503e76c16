using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether calls with this tensor are recorded, to find its gradient later.</summary>
        public bool requires_grad
        {
            get => NativeMethods.pdn_requires_grad(Native);
            set => NativeMethods.Check(NativeMethods.pdn_set_requires_grad(Native, value));
        }

        /// <summary>
        /// The gradient; null before the first <see cref="backward()"/>. Each reading makes a new object over the same memory.
        /// </summary>
        public Tensor? grad
        {
            get
            {
                NativeMethods.Check(NativeMethods.pdn_grad(Native, out var gradient));
                return gradient.IsInvalid ? null : New(gradient);
            }

            set => NativeMethods.Check(NativeMethods.pdn_set_grad(Native, Optional(value)));
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad() => NativeMethods.Check(NativeMethods.pdn_retain_grad(Native));

        /// <summary>The same numbers in the same memory, without history.</summary>
        public Tensor detach() => New(NativeMethods.pdn_detach(Native));

        public Tensor detach_() => Done(NativeMethods.pdn_detach_(Native));

        /// <summary>Adds to the <see cref="grad"/> of every leaf how this tensor, a single number, changes with it.</summary>
        public void backward() => backward(null, retain_graph: false, create_graph: false, inputs: null);

        /// <param name="grad_tensors">At most one: what this tensor's numbers are weighted with.</param>
        /// <param name="retain_graph">Whether the history may be walked again.</param>
        /// <param name="create_graph">Whether gradients of the gradients can be taken.</param>
        /// <param name="inputs">The leaves that matter; all, if not given.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null)
        {
            if (grad_tensors is { Count: > 1 })
                throw new ArgumentException("One tensor takes one gradient.", nameof(grad_tensors));
            using var leaves = new TensorList([.. inputs ?? []]);
            NativeMethods.Check(NativeMethods.pdn_backward(
                Native,
                Optional(grad_tensors is { Count: 1 } ? grad_tensors[0] : null),
                retain_graph || create_graph,
                create_graph,
                leaves.Pointers,
                leaves.Count));
        }
    }

    /// <summary>Gradients of several tensors at once.</summary>
    public static class autograd
    {
        /// <summary>How <paramref name="outputs"/> change with each of <paramref name="inputs"/>, without touching anyone's grad.</summary>
        /// <param name="allow_unused">Whether an input may take no part; its gradient is then null.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false,
            bool create_graph = false, bool allow_unused = false)
        {
            using var from = new TensorList([.. outputs]);
            using var to = new TensorList([.. inputs]);
            using var weights = new TensorList([.. grad_outputs ?? []]);
            var results = new IntPtr[to.Count];
            NativeMethods.Check(NativeMethods.pdn_autograd_grad(
                from.Pointers, from.Count, to.Pointers, to.Count, weights.Pointers, weights.Count,
                retain_graph || create_graph, create_graph, allow_unused, results));
            return [.. results.Select(result => result == IntPtr.Zero ? null! : Tensor.New(TensorHandle.Own(result)))];
        }
    }
}
