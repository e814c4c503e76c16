using PdnColorize.Colorization.Pictures;

namespace PdnColorize.Colorization.Regions;

/// <summary>Extends labels over line pixels: from both sides of a line towards its darkest part, where they meet.</summary>
internal static class InkFlood
{
    /// <summary>Labels the pixels that have label 0.</summary>
    public static void Run(Plane<int> labels, Plane<byte> lines, CancellationToken cancellationToken = default)
    {
        ushort[] darkness = new ushort[lines.Length];
        for (int i = 0; i < darkness.Length; i++) darkness[i] = (ushort)(255 - lines.Data[i]);
        PriorityFlood.Run(labels, darkness, 256, cancellationToken: cancellationToken);
    }
}
