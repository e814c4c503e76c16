namespace TorchSharp;

public static partial class torch
{
    /// <summary>How <see cref="nn.functional.interpolate"/> makes new pixels.</summary>
    public enum InterpolationMode
    {
        Nearest = 0,
        Linear = 1,
        Bilinear = 2,
        Bicubic = 3,
        Trilinear = 4,
        Area = 5,

        /// <summary>Nearest by pixel centres, as other image libraries do it.</summary>
        NearestExact = 6,
    }

    /// <summary>How a division is rounded.</summary>
    public enum RoundingMode
    {
        None = 0,

        /// <summary>Towards zero.</summary>
        trunc = 1,

        /// <summary>Towards minus infinity.</summary>
        floor = 2,
    }
}
