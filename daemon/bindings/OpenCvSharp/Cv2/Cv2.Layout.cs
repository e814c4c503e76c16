using OpenCvSharp.Internal;
using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

// core: channels, borders, turns.
public static partial class Cv2
{
    /// <summary>One Mat of all the channels of several.</summary>
    public static void Merge(Mat[] mv, Mat dst)
    {
        ArgumentNullException.ThrowIfNull(mv);
        using var channels = new MatLeases(mv);
        Check(pdncv_merge(channels.Pointers, channels.Count, dst));
    }

    /// <summary>The channels as Mats of one channel each.</summary>
    public static Mat[] Split(Mat src)
    {
        ArgumentNullException.ThrowIfNull(src);
        var channels = new Mat[src.Channels()];
        try
        {
            for (var i = 0; i < channels.Length; i++)
            {
                channels[i] = new Mat();
                ExtractChannel(src, channels[i], i);
            }

            return channels;
        }
        catch
        {
            foreach (var channel in channels)
                channel?.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="Split(Mat)"/>
    public static void Split(Mat src, out Mat[] mv) => mv = Split(src);

    public static void ExtractChannel(InputArray src, OutputArray dst, int coi) => Check(pdncv_extract_channel(src, dst, coi));

    public static void InsertChannel(InputArray src, InputOutputArray dst, int coi) => Check(pdncv_insert_channel(src, dst, coi));

    /// <summary>Copies channels: <paramref name="fromTo"/> holds pairs of numbers, counted over all sources and over all targets.</summary>
    public static void MixChannels(Mat[] src, Mat[] dst, int[] fromTo)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentNullException.ThrowIfNull(dst);
        ArgumentNullException.ThrowIfNull(fromTo);
        using var from = new MatLeases(src);
        using var to = new MatLeases(dst);
        Check(pdncv_mix_channels(from.Pointers, from.Count, to.Pointers, to.Count, fromTo, fromTo.Length / 2));
    }

    public static void CopyMakeBorder(
        InputArray src, OutputArray dst, int top, int bottom, int left, int right, BorderTypes borderType, Scalar? value = null) =>
        Check(pdncv_copy_make_border(src, dst, top, bottom, left, right, (int)borderType, value.GetValueOrDefault()));

    public static void Flip(InputArray src, OutputArray dst, FlipMode flipCode) => Check(pdncv_flip(src, dst, (int)flipCode));

    public static void Rotate(InputArray src, OutputArray dst, RotateFlags rotateCode) => Check(pdncv_rotate(src, dst, (int)rotateCode));

    public static void Transpose(InputArray src, OutputArray dst) => Check(pdncv_transpose(src, dst));

    public static void Repeat(InputArray src, int ny, int nx, OutputArray dst) => Check(pdncv_repeat(src, ny, nx, dst));

    /// <summary>Puts the Mats side by side.</summary>
    public static void HConcat(IEnumerable<Mat> src, OutputArray dst)
    {
        using var mats = new MatLeases([.. src]);
        Check(pdncv_hconcat(mats.Pointers, mats.Count, dst));
    }

    /// <summary>Puts the Mats one below the other.</summary>
    public static void VConcat(IEnumerable<Mat> src, OutputArray dst)
    {
        using var mats = new MatLeases([.. src]);
        Check(pdncv_vconcat(mats.Pointers, mats.Count, dst));
    }
}
