namespace TorchSharp.Interop;

/// <summary>What a <see cref="ScalarValue"/> holds.</summary>
internal enum ScalarKind
{
    None = 0,
    Integer = 1,
    FloatingPoint = 2,
    Boolean = 3,
}
