using PdnColorize.Colorization.Safetensors;
using PdnColorize.Training.Checkpoints;

namespace PdnColorize.Training.Tests.Checkpoints;

public sealed class CheckpointStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private CheckpointStore Store => new(_folder.File("stage1"), keep: 2);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void SaveLast_MoreThanAreKept_KeepsTheLast()
    {
        foreach (long step in (long[])[10, 20, 30]) Store.SaveLast(At(step, seconds: 1));

        Assert.Equal(["step-00000020", "step-00000030"], Folders());
        Assert.Equal(30, CheckpointStore.ReadState(Store.Latest!).Step);
    }

    [Fact]
    public void SaveLast_TheSameStepAgain_LeavesTheNewOneAlone()
    {
        Store.SaveLast(At(10, seconds: 1));
        Store.SaveLast(At(10, seconds: 2));

        Assert.Equal(["step-00000010"], Folders());
        Assert.Equal(2, CheckpointStore.ReadState(Store.Latest!).Seconds);
    }

    [Fact]
    public void Latest_KilledBetweenTheTwoMoves_IsTheReplacedOne()
    {
        Store.SaveLast(At(10, seconds: 1));
        string written = Store.SaveLast(At(20, seconds: 1));
        Directory.Move(written, written + ".old");

        Assert.Equal(20, CheckpointStore.ReadState(Store.Latest!).Step);
        Assert.Equal(written, Store.SaveLast(At(20, seconds: 2)));

        Assert.Equal(["step-00000010", "step-00000020"], Folders());
        Assert.Equal(2, CheckpointStore.ReadState(Store.Latest!).Seconds);
    }

    [Fact]
    public void Best_KilledBetweenTheTwoMoves_IsTheReplacedOne()
    {
        Store.SaveBest(At(10, seconds: 1));
        string best = Store.Best!;
        Directory.Move(best, best + ".old");
        Directory.CreateDirectory(best + ".tmp");

        Assert.Equal(10, CheckpointStore.ReadState(Store.Best!).Step);
        Assert.Equal(3, CheckpointStore.ReadTensors(Store.Best!, CheckpointFiles.Network).Find("weight")!.ToSingles()[0]);
        Store.SaveBest(At(20, seconds: 1));

        Assert.Equal(["best"], Folders());
        Assert.Equal(20, CheckpointStore.ReadState(Store.Best!).Step);
    }

    private static Checkpoint At(long step, double seconds) => new(
        new CheckpointState { Stage = 1, Step = step, Seconds = seconds, Data = "drawn" },
        new Dictionary<string, IReadOnlyList<SafetensorsTensor>> { [CheckpointFiles.Network] = [SafetensorsTensor.FromSingles("weight", [1], [3])] });

    private string[] Folders() => [.. Directory.GetDirectories(_folder.File("stage1")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
}
