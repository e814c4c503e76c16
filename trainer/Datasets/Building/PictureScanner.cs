using OpenCvSharp;
using PdnColorize.Datasets.Pictures;
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
        (long length, long modifiedTicks) = SourceFiles.Stamp(source);
        try
        {
            SourceFiles files = SourceFiles.Read(source);
            hash = files.Sha256;
            using Mat picture = PictureDecoder.Decode(files.Colors, options.Size);
            Check(picture);
            if (files.Lines is not null) CheckLines(files.Lines, picture);
            return new ScanResult
            {
                Key = source.Key,
                Sha256 = hash,
                Fingerprint = Fingerprint.Of(picture).ToString(),
                Length = length,
                ModifiedTicks = modifiedTicks,
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
                Length = length,
                ModifiedTicks = modifiedTicks,
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

    private void CheckLines(byte[] file, Mat picture)
    {
        using Mat lines = PictureDecoder.Decode(file, options.Size);
        if (lines.Size() != picture.Size())
            throw new RejectException(RejectReason.UnlikeLines, $"The line art has {lines.Width} x {lines.Height} pixels, the picture {picture.Width} x {picture.Height}.");
    }
}
