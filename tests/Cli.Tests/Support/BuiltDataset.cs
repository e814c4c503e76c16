namespace PdnColorize.Trainer.Tests.Support;

/// <summary>The data set of the test pictures, built once by the command line.</summary>
public sealed class BuiltDataset : IAsyncLifetime, IDisposable
{
    private readonly WorkFolder _folder = new();

    /// <summary>24 illustrations.</summary>
    public static string Pictures { get; } = Path.Combine(AppContext.BaseDirectory, "pictures");

    /// <summary>The data set's folder.</summary>
    public string FullPath => _folder["shards"];

    public async Task InitializeAsync() => (await TrainerProgram.Run("dataset", "build", Pictures, "-o", FullPath, "--line-variants", "1", "--size", "160", "--least-side", "96")).AssertDone();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();
}
