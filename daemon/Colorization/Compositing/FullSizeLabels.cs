using PdnColorize.Colorization.Pictures;
using PdnColorize.Colorization.Regions;

namespace PdnColorize.Colorization.Compositing;

/// <summary>Brings labels from working size to the drawing's own: exact up to the darkest pixel of each line, in strips of rows so that memory stays small.</summary>
internal sealed class FullSizeLabels(Plane<int> labels, Plane<byte> lines)
{
    /// <summary>Working pixels on each side of a label border whose label is decided anew at full size.</summary>
    private const double UnsureRadius = 1.5;

    private readonly Plane<byte>? _nearBorder = labels.Width == lines.Width && labels.Height == lines.Height ? null : NearBorder(labels);

    /// <summary>Labels of the rows <paramref name="top"/> to <paramref name="bottom"/> - 1 at full size.</summary>
    public Plane<int> Rows(int top, int bottom)
    {
        if (_nearBorder is null) return new Plane<int>(labels.Width, bottom - top, labels.Data[(top * labels.Width)..(bottom * labels.Width)]);

        // Unsure zones reach a few working pixels; with this margin the rows' labels do not depend on where the strips are cut.
        double scaleY = (double)lines.Height / labels.Height;
        int margin = (int)Math.Ceiling(4 * UnsureRadius * Math.Max(1, scaleY)) + 2;
        int from = Math.Max(0, top - margin);
        int to = Math.Min(lines.Height, bottom + margin);
        Plane<int> strip = Enlarge(_nearBorder, from, to);
        Plane<byte> ink = new(lines.Width, to - from, lines.Data[(from * lines.Width)..(to * lines.Width)]);
        InkFlood.Run(strip, ink);
        return new Plane<int>(lines.Width, bottom - top, strip.Data[((top - from) * lines.Width)..((bottom - from) * lines.Width)]);
    }

    /// <summary>Labels of sure pixels, 0 near a border.</summary>
    private Plane<int> Enlarge(Plane<byte> nearBorder, int from, int to)
    {
        Plane<int> strip = new(lines.Width, to - from);
        int[] columns = new int[lines.Width];
        for (int x = 0; x < columns.Length; x++) columns[x] = Math.Min(labels.Width - 1, (int)((x + 0.5) * labels.Width / lines.Width));
        for (int y = from; y < to; y++)
        {
            int row = Math.Min(labels.Height - 1, (int)((y + 0.5) * labels.Height / lines.Height)) * labels.Width;
            Span<int> target = strip.Row(y - from);
            for (int x = 0; x < target.Length; x++)
            {
                int at = row + columns[x];
                target[x] = nearBorder.Data[at] != 0 ? 0 : labels.Data[at];
            }
        }

        return strip;
    }

    private static Plane<byte> NearBorder(Plane<int> labels)
    {
        Plane<byte> near = new(labels.Width, labels.Height);
        bool[] seenSure = new bool[labels.Data.Max() + 1];
        for (int y = 0; y < labels.Height; y++)
        {
            for (int x = 0; x < labels.Width; x++)
            {
                int label = labels[x, y];
                if (IsNearBorder(labels, x, y, label))
                    near[x, y] = 1;
                else
                    seenSure[label] = true;
            }
        }

        // A region without a sure pixel would vanish: all of it stays.
        for (int i = 0; i < near.Length; i++)
            if (!seenSure[labels.Data[i]]) near.Data[i] = 0;
        return near;
    }

    private static bool IsNearBorder(Plane<int> labels, int x, int y, int label)
    {
        const int Reach = 2;
        for (int dy = -Reach; dy <= Reach; dy++)
        {
            for (int dx = -Reach; dx <= Reach; dx++)
            {
                if ((dx * dx) + (dy * dy) > (UnsureRadius + 0.5) * (UnsureRadius + 0.5)) continue;
                int otherX = x + dx;
                int otherY = y + dy;
                if (otherX < 0 || otherY < 0 || otherX >= labels.Width || otherY >= labels.Height) continue;
                if (labels[otherX, otherY] != label) return true;
            }
        }

        return false;
    }
}
