using System.Runtime.InteropServices;

namespace OpenCvSharp.Internal;

/// <summary>What a native Mat's header says, read in one call; the layout is that of <c>pdncv_mat_header</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct MatHeader
{
    // CV_MAT_TYPE_MASK, CV_MAT_CONT_FLAG and CV_SUBMAT_FLAG of opencv2/core/hal/interface.h and cvdef.h.
    private const int TypeMask = 0xFFF;
    private const int ContinuousFlag = 1 << 14;
    private const int SubmatrixFlag = 1 << 15;

    internal int Flags;
    internal int Dims;
    internal int Rows;
    internal int Cols;
    internal IntPtr Data;
    internal long Step;
    internal long ElemSize;
    internal long Total;

    internal readonly MatType Type => Flags & TypeMask;

    internal readonly bool IsContinuous => (Flags & ContinuousFlag) != 0;

    internal readonly bool IsSubmatrix => (Flags & SubmatrixFlag) != 0;
}
