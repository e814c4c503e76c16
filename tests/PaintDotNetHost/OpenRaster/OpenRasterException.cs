namespace PdnColorize.PaintDotNetHost.OpenRaster;

/// <summary>A file that is no OpenRaster document, is damaged, or holds what Paint.NET has no equal for. The message is for people.</summary>
public sealed class OpenRasterException : Exception
{
    public OpenRasterException(string message)
        : base(message)
    {
    }

    public OpenRasterException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public OpenRasterException()
    {
    }
}
