namespace OpenCvSharp;

/// <summary>zlib strategies, values of ImwriteFlags.PngStrategy.</summary>
public enum ImwritePNGFlags
{
    StrategyDefault = 0,
    StrategyFiltered = 1,
    StrategyHuffmanOnly = 2,
    StrategyRLE = 3,
    StrategyFixed = 4,
}
