namespace PdnColorize.Training.Import;

/// <summary>An array of a NumPy file.</summary>
/// <param name="Shape">Its dimensions, outermost first; empty for a single number.</param>
/// <param name="Values">Its elements in row-major order, as single precision.</param>
internal sealed record NpyArray(IReadOnlyList<long> Shape, float[] Values);
