namespace OpenCvSharp;

/// <summary>What OpenCV writes to its log.</summary>
public enum LogLevel
{
    SILENT = 0,
    FATAL = 1,
    ERROR = 2,
    WARNING = 3,
    INFO = 4,
    DEBUG = 5,
    VERBOSE = 6,
}
