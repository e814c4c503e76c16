namespace OpenCvSharp.Tests;

public sealed class ErrorTests
{
    [Fact]
    public void NativeError_FailedAssertion_CarriesOpenCVsDetails()
    {
        using Mat source = new(), target = new();
        var error = Assert.Throws<OpenCVException>(() => Cv2.Resize(source, target, new Size(2, 2)));
        Assert.Equal(ErrorCode.StsAssert, error.Status);
        Assert.Equal("resize", error.FuncName);
        Assert.Equal("!ssize.empty()", error.ErrMsg);
        Assert.EndsWith("resize.cpp", error.FileName, StringComparison.Ordinal);
        Assert.True(error.Line > 0);
        Assert.Equal("resize: !ssize.empty()", error.Message);
    }

    [Fact]
    public void NativeError_UnknownColorCode_HasItsStatus()
    {
        using Mat source = new(2, 2, MatType.CV_8UC3, default), target = new();
        var error = Assert.Throws<OpenCVException>(() => Cv2.CvtColor(source, target, (ColorConversionCodes)9999));
        Assert.Equal(ErrorCode.StsBadFlag, error.Status);
    }

    [Fact]
    public void NativeError_NoMemory_IsRecognisableByStatus()
    {
        // 2^56 bytes: more than the address space of x86-64 has, so that no overcommitting system grants it.
        var error = Assert.Throws<OpenCVException>(() => new Mat([1 << 28, 1 << 28], MatType.CV_8UC1));
        Assert.Equal(ErrorCode.StsNoMem, error.Status);
    }

    [Fact]
    public void NativeError_SecondCall_ReplacesTheFirst()
    {
        using Mat empty = new(), gray = new(2, 2, MatType.CV_8UC1, default), target = new();
        Assert.Throws<OpenCVException>(() => Cv2.Resize(empty, target, new Size(2, 2)));
        var error = Assert.Throws<OpenCVException>(() => Cv2.MedianBlur(gray, target, 2));
        Assert.Equal("medianBlur", error.FuncName);
    }

    [Fact]
    public async Task NativeError_TwoThreads_EachSeesItsOwn()
    {
        using Mat empty = new(), gray = new(2, 2, MatType.CV_8UC1, default);
        var functions = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
        {
            using var target = new Mat();
            var error = Assert.Throws<OpenCVException>(() =>
            {
                if (i % 2 == 0)
                    Cv2.Resize(empty, target, new Size(2, 2));
                else
                    Cv2.MedianBlur(gray, target, 2);
            });
            return error.FuncName == (i % 2 == 0 ? "resize" : "medianBlur");
        })));
        Assert.All(functions, Assert.True);
    }

    [Fact]
    public void NullArguments_Output_Throws()
    {
        using var source = new Mat(2, 2, MatType.CV_8UC1, default);
        Assert.Throws<ArgumentNullException>(() => Cv2.Flip(source, (Mat)null!, FlipMode.X));
        Assert.Throws<ArgumentNullException>(() => Cv2.Flip(source, (OutputArray)null!, FlipMode.X));
    }

    [Fact]
    public void NullArguments_Input_Throws()
    {
        using var target = new Mat();
        Assert.Throws<ArgumentNullException>(() => Cv2.Flip(null!, target, FlipMode.X));
    }

    [Fact]
    public void Merge_NoOrNullMats_Throws()
    {
        using var target = new Mat();
        Assert.Throws<ArgumentException>(() => Cv2.Merge([], target));
        Assert.Throws<ArgumentException>(() => Cv2.Merge([target, null!], target));
    }

    [Fact]
    public void ImEncode_UnknownExtension_ThrowsOpenCVException()
    {
        using var mat = new Mat(2, 2, MatType.CV_8UC1, default);
        Assert.Throws<OpenCVException>(() => Cv2.ImEncode(".nothing", mat, out _));
    }
}
