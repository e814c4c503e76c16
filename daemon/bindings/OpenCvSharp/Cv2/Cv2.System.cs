using static OpenCvSharp.Internal.NativeMethods;

namespace OpenCvSharp;

/// <summary>OpenCV's functions. Each throws <see cref="OpenCVException"/> with OpenCV's message when OpenCV refuses its arguments.</summary>
public static partial class Cv2
{
    /// <summary>The thickness that fills a drawn shape.</summary>
    public const int FILLED = -1;

    public static string GetVersionString() => Text(pdncv_version());

    public static string GetBuildInformation() => Text(pdncv_build_information());

    /// <param name="nThreads">1: no parallel work; 0 or less: as many as OpenCV thinks fit.</param>
    public static void SetNumThreads(int nThreads) => Check(pdncv_set_num_threads(nThreads));

    public static int GetNumThreads()
    {
        Check(pdncv_get_num_threads(out var count));
        return count;
    }

    public static void SetUseOptimized(bool onoff) => Check(pdncv_set_use_optimized(onoff ? 1 : 0));

    public static bool UseOptimized()
    {
        Check(pdncv_use_optimized(out var on));
        return on != 0;
    }

    /// <summary>Silent at first here, unless the environment variable OPENCV_LOG_LEVEL says otherwise: errors are exceptions.</summary>
    /// <returns>The level until now.</returns>
    public static LogLevel SetLogLevel(LogLevel logLevel)
    {
        Check(pdncv_set_log_level((int)logLevel, out var previous));
        return (LogLevel)previous;
    }

    public static LogLevel GetLogLevel()
    {
        Check(pdncv_get_log_level(out var level));
        return (LogLevel)level;
    }
}
