using PdnColorize.Host.Batch;

namespace PdnColorize.Host.Tests.Batch;

public sealed class ReportJsonTests
{
    [Fact]
    public void Serialize_GoodReport_IsOneReadableLine()
    {
        PictureReport report = new()
        {
            Input = "ねこ & \"co\".png",
            Output = "out\n.png",
            Ok = true,
            Width = 3,
            Height = 4,
            HintCount = 0,
            RegionCount = 2,
            LineWidth = 1.5,
            Model = "default",
            Device = "cpu",
            Milliseconds = new Dictionary<string, double> { ["decode"] = 0.1, ["total"] = 12 },
        };

        Assert.Equal(
            """{"input":"ねこ & \"co\".png","ok":true,"output":"out\n.png","width":3,"height":4,"hintCount":0,"regionCount":2,"lineWidth":1.5,"model":"default","device":"cpu","milliseconds":{"decode":0.1,"total":12}}""",
            ReportJson.Serialize(report));
    }

    [Fact]
    public void Serialize_Guesses_NamesEachWithItsSeed() => Assert.Equal(
        """{"input":"a.png","ok":true,"output":"b-guesses.png","guesses":[{"seed":3,"output":"b-1.png"},{"seed":4,"output":"b-2.png"}]}""",
        ReportJson.Serialize(new PictureReport { Input = "a.png", Ok = true, Output = "b-guesses.png", Guesses = [new(3, "b-1.png"), new(4, "b-2.png")] }));

    [Fact]
    public void Serialize_FailedReport_HoldsOnlyTheError()
    {
        PictureReport report = new() { Input = "a.png", Ok = false, Error = new PictureError(3, "badInput", "'a.png' is empty.") };

        Assert.Equal(
            """{"input":"a.png","ok":false,"error":{"exitCode":3,"kind":"badInput","message":"'a.png' is empty."}}""",
            ReportJson.Serialize(report));
    }
}
