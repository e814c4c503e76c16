using PdnColorize.Host.Batch;

namespace PdnColorize.Host.Tests.Batch;

public sealed class BatchReporterTests
{
    private static readonly PictureReport Good = new() { Input = "good.png", Ok = true };

    [Fact]
    public void ExitCodeOf_AllGood_IsDone() => Assert.Equal(0, BatchReporter.ExitCodeOf([Good, Good]));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    public void ExitCodeOf_OneBadPictureAlone_IsItsOwn(int exitCode) => Assert.Equal(exitCode, BatchReporter.ExitCodeOf([Bad(exitCode)]));

    [Fact]
    public void ExitCodeOf_OneOfSeveralBad_IsSomeFailed() => Assert.Equal(6, BatchReporter.ExitCodeOf([Good, Bad(3), Good]));

    [Fact]
    public void ExitCodeOf_AllOfSeveralBad_IsSomeFailed() => Assert.Equal(6, BatchReporter.ExitCodeOf([Bad(3), Bad(3)]));

    private static PictureReport Bad(int exitCode) =>
        new() { Input = "bad.png", Ok = false, Error = new PictureError(exitCode, "kind", "message") };
}
