namespace OpenCvSharp.Tests;

/// <summary>Every operation gives what Python's OpenCV gives: arguments arrive in the right order, defaults are the right ones.</summary>
public sealed class OperationTests : IDisposable
{
    private readonly NumpyArchive _archive = new("operations.npz");

    public static TheoryData<string> Names => [.. Operations.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Operation_FixtureInput_GivesWhatPythonGives(string name)
    {
        using var inputs = new Inputs(_archive);
        using var expected = _archive.Read(name);
        using var actual = new Mat();
        Operations.All[name](inputs, actual);
        MatAssert.Same(expected, actual);
    }

    [Fact]
    public void Operations_FixtureFile_AreAllTested() =>
        Assert.Equal(
            _archive.Names.Where(name => !name.StartsWith("in:", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
            Operations.All.Keys.Order(StringComparer.Ordinal));

    public void Dispose() => _archive.Dispose();
}
