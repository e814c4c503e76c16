namespace PdnColorize.Colorization.Safetensors;

/// <summary>Arithmetic on shapes that cannot overflow.</summary>
internal static class SafetensorsShape
{
    /// <summary>
    /// The product of the dimensions, or null if there are more than 8, one is negative or above 2 GiB, or the product is
    /// above 2 GiB. A zero among the dimensions does not excuse an absurd one beside it.
    /// </summary>
    public static long? TryCountElements(ReadOnlySpan<long> shape)
    {
        if (shape.Length > SafetensorsLimits.MaximumRank)
            return null;
        var count = 1L;
        foreach (var dimension in shape)
        {
            // Both factors are at most 2^31, so the product fits into 63 bits before it is checked.
            if (dimension is < 0 or > SafetensorsLimits.MaximumFileBytes)
                return null;
            count *= dimension;
            if (count > SafetensorsLimits.MaximumFileBytes)
                return null;
        }

        return count;
    }

    /// <summary>For messages: "[32, 4, 3, 3]".</summary>
    public static string Describe(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";
}
