using System.Security.Cryptography;
using System.Text;
using PdnColorize.Client.Jobs;

namespace PdnColorize.Effect.Coloring;

/// <summary>Names a request by all that decides its result, so that the same one need not be made twice. A SHA-256: two requests with the same key are the same.</summary>
/// <param name="Text">The hash in hexadecimal.</param>
internal sealed record RequestKey(string Text)
{
    /// <summary>A few milliseconds' worth.</summary>
    private const int PartBytes = 4 * 1024 * 1024;

    /// <summary>Makes the key of a job.</summary>
    /// <param name="job">The job: sizes, pixels and settings.</param>
    /// <param name="daemon">Tells daemons apart; see <see cref="DaemonAccess.Identity"/>.</param>
    /// <param name="cancellationToken">Cancels: a large picture takes half a second.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static RequestKey Of(ColorizeJob job, string daemon, CancellationToken cancellationToken = default)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // No two different values have the same text here: a length stands before what a user can choose freely.
        string model = job.Settings.Model ?? "";
        string settings = FormattableString.Invariant(
            $"{job.Width} {job.Height} {job.Hints.Length} {job.Settings.Result} {job.Settings.Reach} {job.Settings.LineWidth:R} {job.Settings.Seed} {model.Length} {model} {daemon}\n");
        hash.AppendData(Encoding.UTF8.GetBytes(settings));
        Append(hash, job.LineArt.Span, cancellationToken);
        Append(hash, job.Hints.Span, cancellationToken);
        return new RequestKey(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> pixels, CancellationToken cancellationToken)
    {
        while (!pixels.IsEmpty)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = Math.Min(pixels.Length, PartBytes);
            hash.AppendData(pixels[..length]);
            pixels = pixels[length..];
        }
    }
}
