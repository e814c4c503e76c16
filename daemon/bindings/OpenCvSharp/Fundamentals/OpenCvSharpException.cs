namespace OpenCvSharp;

/// <summary>A misuse that the binding noticed, or a native error that is not OpenCV's own.</summary>
public class OpenCvSharpException : Exception
{
    public OpenCvSharpException()
        : this("The OpenCV binding failed.")
    {
    }

    public OpenCvSharpException(string message)
        : base(message)
    {
    }

    public OpenCvSharpException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
