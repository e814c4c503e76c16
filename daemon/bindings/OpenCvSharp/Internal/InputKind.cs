namespace OpenCvSharp.Internal;

/// <summary>What an input holds; the values are those of <c>pdncv.h</c>.</summary>
internal enum InputKind
{
    None = 0,
    Mat = 1,
    Scalar = 2,
    Double = 3,
}
