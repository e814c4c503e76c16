using System.Globalization;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers in libtorch's memory. It belongs to the dispose scope that was innermost on its thread when it was created;
    /// outside all scopes it is its holder's to dispose. What is left to the collector is freed in the end, but the collector does not
    /// know how big it is.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private TensorHandle _handle;

        internal Tensor(TensorHandle handle)
            : this(handle, register: true)
        {
        }

        private protected Tensor(TensorHandle handle, bool register)
        {
            _handle = handle;
            if (!register) return;
            TensorHandle.CountOne();
            OwningDisposeScope = DisposeScopeManager.OfThread.Register(this);
        }

        /// <summary>Native tensors alive in this process.</summary>
        public static long TotalCount => TensorHandle.Live;

        /// <summary>The most native tensors that were alive at once.</summary>
        public static long PeakCount => TensorHandle.Peak;

        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public IntPtr Handle => Native.DangerousGetHandle();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => _handle.IsClosed || _handle.IsInvalid;

        public string? name { get; set; }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        internal TensorHandle Native => IsInvalid ? throw Disposed() : _handle;

        /// <summary>Takes over a native handle that the caller owns.</summary>
        public static Tensor UnsafeCreateTensor(IntPtr handle) => new(TensorHandle.Own(handle));

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningDisposeScope is null && other is not null) other.Attach(this);
            else OwningDisposeScope?.MoveToOther(other, this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningDisposeScope);

        /// <summary>Gives the native handle to the caller, who has to free it; this tensor is as if disposed.</summary>
        public IntPtr DecoupleFromNativeHandle()
        {
            var handle = Native;
            OwningDisposeScope?.MarkAsDisposed(this);
            return handle.Release();
        }

        public void Dispose()
        {
            Dispose(disposing: true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Whether both hold equal numbers in equal shapes.</summary>
        public bool Equals(Tensor target)
        {
            NativeMethods.Check(NativeMethods.pdn_equal(Native, target.Native, out var result));
            return result;
        }

        public override bool Equals(object? obj) => obj is Tensor other && Equals(other);

        public override int GetHashCode() => base.GetHashCode();

        /// <summary>Type, shape and device; the number as well, if there is only one.</summary>
        public override string ToString()
        {
            if (IsInvalid) return "a disposed tensor";
            var text = string.Create(CultureInfo.InvariantCulture, $"[{string.Join('x', shape)}], type = {dtype}, device = {device}");
            return NumberOfElements == 1 && Dimensions == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{text}, value = {ToScalar().Number}")
                : text;
        }

        protected virtual void Dispose(bool disposing)
        {
            if (!disposing || IsInvalid) return;
            DisposeScopeManager.OfThread.CountDisposal(this);
            OwningDisposeScope?.MarkAsDisposed(this);
            _handle.Dispose();
        }

        /// <summary>Wraps what a native call returned.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">It returned nothing: libtorch refused the call.</exception>
        internal static Tensor New(TensorHandle handle)
        {
            if (handle.IsInvalid) throw NativeMethods.Refusal();
            return new Tensor(handle);
        }

        internal static TensorHandle Optional(Tensor? tensor) => tensor?.Native ?? TensorHandle.None;

        /// <summary>Takes the native tensor away from this object, which is then as if disposed without ever having owned it.</summary>
        internal TensorHandle MoveHandle()
        {
            var handle = Native;
            _handle = TensorHandle.None;
            return handle;
        }

        /// <summary>
        /// Converts and moves this very tensor: the object stays, its memory and gradient change. Whole numbers keep their type. For
        /// leaves, with gradients switched off.
        /// </summary>
        internal void Move(ScalarType? type, Device? device, bool nonBlocking)
        {
            var target = type is { } wanted && is_floating_point() ? wanted : dtype;
            var place = device ?? this.device;
            if (target == dtype && place.type == device_type && (place.index < 0 || place.index == device_index)) return;

            using var gradient = grad;
            var moved = to(target, place, non_blocking: nonBlocking);
            if (requires_grad) moved.requires_grad = true;
            if (gradient is not null)
            {
                using var movedGradient = gradient.to(target, place, non_blocking: nonBlocking);
                moved.grad = movedGradient;
            }

            // Counted as the old memory's disposal: the new memory was counted when it was made.
            DisposeScopeManager.OfThread.CountDisposal(this);
            moved.OwningDisposeScope?.MarkAsDisposed(moved);
            _handle.Dispose();
            _handle = moved.MoveHandle();
        }

        /// <summary>Ends an in-place call.</summary>
        private Tensor Done(int status)
        {
            NativeMethods.Check(status);
            return this;
        }

        private static ObjectDisposedException Disposed() => new(
            nameof(Tensor), "This tensor was disposed, alone or with its dispose scope, or its memory was moved to a Parameter.");
    }
}
