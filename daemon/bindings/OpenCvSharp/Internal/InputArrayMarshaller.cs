using System.Runtime.InteropServices.Marshalling;

namespace OpenCvSharp.Internal;

/// <summary>Hands an input to the shim and keeps its Mat from being deleted during the call.</summary>
[CustomMarshaller(typeof(InputArray), MarshalMode.ManagedToUnmanagedIn, typeof(ManagedToUnmanagedIn))]
internal static class InputArrayMarshaller
{
    internal ref struct ManagedToUnmanagedIn
    {
        private MatLease _lease;
        private NativeInput _native;

        /// <exception cref="ArgumentNullException">There is no input.</exception>
        public void FromManaged(InputArray managed)
        {
            ArgumentNullException.ThrowIfNull(managed);
            _lease = MatLease.Take(managed.Mat);
            _native = new NativeInput { Mat = _lease.Pointer, Kind = managed.InputKind, Value = managed.Value };
        }

        public readonly NativeInput ToUnmanaged() => _native;

        public void Free() => _lease.Dispose();
    }
}
