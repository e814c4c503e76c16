using System.Runtime.InteropServices.Marshalling;

namespace OpenCvSharp.Internal;

/// <summary>Hands an output's <c>cv::Mat*</c> to the shim and keeps it from being deleted during the call.</summary>
[CustomMarshaller(typeof(OutputArray), MarshalMode.ManagedToUnmanagedIn, typeof(ManagedToUnmanagedIn))]
internal static class OutputArrayMarshaller
{
    internal ref struct ManagedToUnmanagedIn
    {
        private MatLease _lease;

        /// <exception cref="ArgumentNullException">There is no output.</exception>
        public void FromManaged(OutputArray managed)
        {
            ArgumentNullException.ThrowIfNull(managed);
            _lease = MatLease.Take(managed.Mat);
        }

        public readonly IntPtr ToUnmanaged() => _lease.Pointer;

        public void Free() => _lease.Dispose();
    }
}
