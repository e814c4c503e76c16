using PdnColorize.Training.Evaluation.Reports;

namespace PdnColorize.Training.Tests.Evaluation;

public sealed class EvaluationFilesTests
{
    [Fact]
    public void Prepare_NameOfAFile_IsRefused()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("notes"), "mine");

        string message = Assert.Throws<TrainingException>(() => EvaluationFiles.Prepare(folder.File("notes"))).Message;

        Assert.Contains($"'{folder.File("notes")}' cannot be written to", message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(folder.File("notes")));
    }

    [Fact]
    public void Prepare_NewFolder_IsMadeAndLeftEmpty()
    {
        using TemporaryFolder folder = new();

        EvaluationFiles.Prepare(folder.File("new"));

        Assert.Empty(Directory.GetFileSystemEntries(folder.File("new")));
    }
}
