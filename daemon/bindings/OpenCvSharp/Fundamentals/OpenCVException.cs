namespace OpenCvSharp;

/// <summary>An error that OpenCV itself reported. Running out of memory has the status <see cref="ErrorCode.StsNoMem"/>.</summary>
public class OpenCVException : Exception
{
    public OpenCVException()
        : this("OpenCV reported an error.")
    {
    }

    public OpenCVException(string message)
        : base(message)
    {
    }

    public OpenCVException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="status">OpenCV's error code.</param>
    /// <param name="funcName">The OpenCV function that failed; may be empty.</param>
    /// <param name="errMsg">OpenCV's message, mostly the condition that did not hold.</param>
    /// <param name="fileName">The OpenCV source file of the check.</param>
    /// <param name="line">The line in that file.</param>
    public OpenCVException(ErrorCode status, string funcName, string errMsg, string fileName, int line)
        : base(funcName.Length == 0 ? errMsg : $"{funcName}: {errMsg}")
    {
        Status = status;
        FuncName = funcName;
        ErrMsg = errMsg;
        FileName = fileName;
        Line = line;
    }

    public ErrorCode Status { get; set; }

    public string FuncName { get; set; } = "";

    public string ErrMsg { get; set; } = "";

    public string FileName { get; set; } = "";

    public int Line { get; set; }
}
