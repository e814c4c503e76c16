using PdnColorize.Trainer.Tests.Support;

namespace PdnColorize.Trainer.Tests;

public sealed class DatasetCommandTests
{
    [Fact]
    public async Task Dataset_BuiltInPartsMergedCheckedAndPreviewed_IsWhole()
    {
        using WorkFolder folder = new();
        foreach (string part in (string[])["1", "2"])
            (await TrainerProgram.Run("dataset", "build", BuiltDataset.Pictures, "-o", folder[part], "--shard", $"{part}/2", "--line-variants", "1", "--size", "128", "--least-side", "64")).AssertDone();

        CommandResult merged = (await TrainerProgram.Run("dataset", "merge", folder["1"], folder["2"], "-o", folder["all"])).AssertDone();
        CommandResult check = (await TrainerProgram.Run("dataset", "check", folder["all"])).AssertDone();
        (await TrainerProgram.Run("dataset", "preview", folder["all"], "-o", folder["sheet.png"], "--pictures", "4", "--cell", "64")).AssertDone();

        Assert.Matches(@"Wrote \d+ pictures in \d shards? to ", merged.Output);
        Assert.Contains("All is well.", check.Output, StringComparison.Ordinal);
        Assert.Equal<byte>([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(folder["sheet.png"])[..4]);
    }

    [Theory]
    [InlineData("--shard 5/4 ROOT", "There is no part 5/4")]
    [InlineData("--shard half ROOT", "'half' is no part")]
    [InlineData("--split train ROOT", "--split chooses rows")]
    [InlineData("", "Name either folders")]
    [InlineData("--size many ROOT", "many")]
    public async Task Build_WrongUsage_ExitsWith2AndWritesNothing(string arguments, string words)
    {
        using WorkFolder folder = new();
        string[] given = [.. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(argument => argument == "ROOT" ? BuiltDataset.Pictures : argument)];

        (await TrainerProgram.Run(["dataset", "build", "-o", folder["data"], .. given])).AssertFailed(2, words);

        Assert.False(Directory.Exists(folder["data"]));
    }

    [Theory]
    [InlineData("--pictures", "0")]
    [InlineData("--cell", "10000")]
    [InlineData("--columns", "9")]
    public async Task Preview_ANumberOutOfRange_ExitsWith2AndNamesIt(string option, string value)
    {
        using WorkFolder folder = new();

        (await TrainerProgram.Run("dataset", "preview", folder["data"], "-o", folder["sheet.png"], option, value)).AssertFailed(2, $"{option} is {value}");
    }

    [Fact]
    public async Task Build_AFolderThatIsNotThere_ExitsWith3()
    {
        using WorkFolder folder = new();

        (await TrainerProgram.Run("dataset", "build", folder["nothing"], "-o", folder["data"])).AssertFailed(3, "There is no folder");
    }

    [Fact]
    public async Task Check_ADamagedShard_ExitsWith3AndNamesIt()
    {
        using WorkFolder folder = new();
        (await TrainerProgram.Run("dataset", "build", BuiltDataset.Pictures, "-o", folder["data"], "--line-variants", "1", "--size", "128", "--least-side", "64")).AssertDone();
        string shard = Directory.GetFiles(folder["data"], "*.tar")[0];
        byte[] bytes = File.ReadAllBytes(shard);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(shard, bytes);

        (await TrainerProgram.Run("dataset", "check", folder["data"])).AssertFailed(3, Path.GetFileName(shard));
    }

    [Fact]
    public async Task BuildAndMerge_IntoAnotherFinishedDataset_ExitWith3UnlessTheyAreToReplaceIt()
    {
        using WorkFolder folder = new();
        string[] build = ["dataset", "build", BuiltDataset.Pictures, "-o", folder["data"], "--line-variants", "1", "--least-side", "64", "--size"];
        (await TrainerProgram.Run([.. build, "128"])).AssertDone();

        (await TrainerProgram.Run([.. build, "96"])).AssertFailed(3, "size: 128, now 96");
        (await TrainerProgram.Run([.. build, "96", "--replace"])).AssertDone();

        (await TrainerProgram.Run([.. build.Select(argument => argument == folder["data"] ? folder["part"] : argument), "128"])).AssertDone();
        string[] merge = ["dataset", "merge", folder["part"], "-o", folder["data"]];
        (await TrainerProgram.Run(merge)).AssertFailed(3, "size: 96, now 128");
        (await TrainerProgram.Run([.. merge, "--replace"])).AssertDone();
        (await TrainerProgram.Run("dataset", "merge", folder["part"], "-o", folder["part"])).AssertFailed(3, "would be lost");
    }

    [LinuxFact]
    public async Task Build_Interrupted_ExitsWith130AndGoesOn()
    {
        using WorkFolder folder = new();
        Directory.CreateDirectory(folder["pictures"]);
        // More than can be scanned while the signal travels.
        string[] pictures = Directory.GetFiles(BuiltDataset.Pictures, "*.png");
        for (int i = 0; i < 2000; i++) File.Copy(pictures[i % pictures.Length], folder[$"pictures/{i:0000}.png"]);
        string[] build = ["dataset", "build", folder["pictures"], "-o", folder["data"], "--line-variants", "1", "--size", "64", "--least-side", "16", "--keep-photos"];
        string journal = folder["data/scan.jsonl"];

        CommandResult cancelled = await TrainerProgram.RunUntil(_ => File.Exists(journal) && new FileInfo(journal).Length > 200, build);

        cancelled.AssertFailed(130, "Cancelled; what is done is kept.");
        Assert.False(File.Exists(folder["data/index.json"]));
        CommandResult resumed = (await TrainerProgram.Run(build)).AssertDone();
        Assert.Contains("Wrote ", resumed.Output, StringComparison.Ordinal);
    }
}
