namespace PdnColorize.Protocol;

/// <summary>Hard bounds that both sides keep. The daemon tells its own in <see cref="Messages.HelloResponse.Limits"/>.</summary>
public static class ProtocolLimits
{
    /// <summary>Largest JSON message in bytes. Pixels never travel in messages, so 1 MiB is generous.</summary>
    public const int MaxMessageBytes = 1024 * 1024;

    /// <summary>Deepest nesting of JSON. Our deepest message has four levels.</summary>
    public const int MaxJsonDepth = 32;

    /// <summary>Largest side of a picture in pixels; the same as in Colorization.</summary>
    public const int MaxPictureSide = 16384;

    /// <summary>Most pixels of a picture; what the command line accepts from files.</summary>
    public const long MaxPicturePixels = 100_000_000;

    /// <summary>Largest shared block of pixels in bytes: <see cref="MaxPicturePixels"/> at 4 bytes, and as much again for padded rows.</summary>
    public const long MaxPixelBytes = 2 * MaxPicturePixels * Messages.PictureBuffer.BytesPerPixel;

    /// <summary>Most characters of a request, document or client name.</summary>
    public const int MaxNameLength = 128;

    /// <summary>Most characters of a model's name.</summary>
    public const int MaxModelNameLength = 64;

    /// <summary>Widest line that a caller may claim, in pixels.</summary>
    public const double MaxLineWidth = 1024;

    /// <summary>Connections the daemon serves at once. Fifty editors started together must all be served.</summary>
    public const int MaxConnections = 64;

    /// <summary>Jobs that wait while one runs; the next is answered with Busy.</summary>
    public const int MaxWaitingJobs = 8;

    /// <summary>Most progress messages a second for one job.</summary>
    public const int MaxProgressPerSecond = 20;

    /// <summary>A connection that has not said hello by then is closed; a daemon that has not answered hello by then counts as hanging.</summary>
    public static TimeSpan HelloTime { get; } = TimeSpan.FromSeconds(5);

    /// <summary>The first progress message comes no later than this after the request.</summary>
    public static TimeSpan FirstProgress { get; } = TimeSpan.FromMilliseconds(200);

    /// <summary>While a job waits or runs, the daemon repeats its last progress message at least this often: a sign of life.</summary>
    public static TimeSpan ProgressHeartbeat { get; } = TimeSpan.FromSeconds(5);

    /// <summary>A daemon that has nothing to do for this long ends, unless it was configured otherwise.</summary>
    public static TimeSpan DefaultIdleTime { get; } = TimeSpan.FromMinutes(30);
}
