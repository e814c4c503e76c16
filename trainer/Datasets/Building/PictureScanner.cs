using OpenCvSharp;
using PdnColorize.Datasets.Pictures;
using PdnColorize.Datasets.Randomness;
using PdnColorize.Datasets.Sources;

namespace PdnColorize.Datasets.Building;

/// <summary>Decides of one picture, looking at nothing but itself, whether it is of use.</summary>
internal sealed class PictureScanner(DatasetOptions options)
{
    /// <summary>Scans a file within the time that one file gets; every failure of the file is a rejection.</summary>
    public async Task<ScanResult> ScanAsync(PictureSource source, CancellationToken cancellation)
    {
        Task<ScanResult> scan = Task.Run(() => Scan(source), cancellation);
        try
        {
            return await scan.WaitAsync(options.FileTimeLimit, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // A decoder cannot be interrupted: it runs on to its end, and nobody waits for it.
            return new ScanResult { Key = source.Key, Reason = RejectReason.TooSlow, Detail = $"Took longer than {options.FileTimeLimit.TotalSeconds:0.###} s." };
        }
    }

    private ScanResult Scan(PictureSource source)
    {
        string hash = "";
        FileInfo file = new(source.Path);
        try
        {
            byte[] bytes = PictureDecoder.ReadFile(source.Path);
            hash = StableHash.Sha256(bytes);
            using Mat picture = PictureDecoder.Decode(bytes, options.Size);
            Check(picture);
            return new ScanResult
            {
                Key = source.Key,
                Sha256 = hash,
                Fingerprint = Fingerprint.Of(picture).ToString(),
                Length = file.Length,
                ModifiedTicks = file.LastWriteTimeUtc.Ticks,
            };
        }
        catch (RejectException e)
        {
            return new ScanResult
            {
                Key = source.Key,
                Sha256 = hash,
                Reason = e.Reason,
                Detail = e.Message,
                Length = file.Exists ? file.Length : 0,
                ModifiedTicks = file.LastWriteTimeUtc.Ticks,
            };
        }
    }

    private void Check(Mat picture)
    {
        if (Math.Min(picture.Width, picture.Height) < options.LeastSide)
            throw new RejectException(
                RejectReason.TooSmall, $"{picture.Width} x {picture.Height} with the long side at most {options.Size}; the short side must have {options.LeastSide}.");
        PictureMeasures measures = PictureMeasures.Of(picture);
        if (measures.IsMonochrome) throw new RejectException(RejectReason.Monochrome, measures.ToString());
        if (options.RejectPhotos && measures.IsPhotoLike) throw new RejectException(RejectReason.PhotoLike, measures.ToString());
    }
}
