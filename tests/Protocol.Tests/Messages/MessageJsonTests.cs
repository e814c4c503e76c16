using System.Text.Json;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.Protocol.Tests.Messages;

public sealed class MessageJsonTests
{
    private static readonly JsonSerializerOptions Json = ProtocolJson.CreateOptions();

    [Fact]
    public void ColorizeRequest_ThereAndBack_IsTheSame()
    {
        ColorizeRequest request = Requests.Colorize() with
        {
            DocumentId = "d",
            Hints = Requests.Buffer('c'),
            Settings = new ColorizeSettings { Model = "default", Result = ResultKind.Flats, Reach = HintReach.Regions, LineWidth = 2.5, Seed = 7 },
        };

        Assert.Equal(request, JsonSerializer.Deserialize<ColorizeRequest>(JsonSerializer.Serialize(request, Json), Json));
    }

    [Fact]
    public void ColorizeRequest_AsJson_IsWhatTheDocumentationSays()
    {
        // Other programs rely on these names: they change with the major version only.
        Assert.Equal(
            """
            {"requestId":"r","lineArt":{"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","width":3,"height":2,"stride":12,"format":"bgra8"},"result":{"name":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","width":3,"height":2,"stride":12,"format":"bgra8"},"settings":{"result":"composite","reach":"free"}}
            """,
            JsonSerializer.Serialize(Requests.Colorize(), Json));
    }

    [Theory]
    [InlineData(0, """{"result":"composite","reach":"free"}""")]
    [InlineData(7, """{"result":"composite","reach":"free","seed":7}""")]
    public void ColorizeSettings_Seed_IsThereOnlyWhenItMatters(int seed, string expected) =>
        Assert.Equal(expected, JsonSerializer.Serialize(new ColorizeSettings { Seed = seed }, Json));

    [Fact]
    public void ColorizeSettings_OfAnOlderCaller_MeanTheLikeliestGuess() =>
        Assert.Equal(0, JsonSerializer.Deserialize<ColorizeSettings>("""{"result":"colors"}""", Json)!.Seed);

    [Theory]
    [InlineData("0.5")]
    [InlineData("3000000000")]
    [InlineData("null")]
    public void ColorizeSettings_SeedThatIsNoWholeNumber_IsRefused(string seed) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<ColorizeSettings>($$"""{"seed":{{seed}}}""", Json));

    [Fact]
    public void Hello_AsJson_IsWhatEveryMajorVersionUnderstands()
    {
        HelloRequest request = new() { Protocol = new ProtocolVersion(1, 2), ClientName = "test", ClientBuild = "0.1", ProcessId = 7 };

        Assert.Equal(
            """{"protocol":{"major":1,"minor":2},"clientName":"test","clientBuild":"0.1","processId":7}""",
            JsonSerializer.Serialize(request, Json));
    }

    [Fact]
    public void HelloResponse_OfANewerDaemon_WhatIsNotKnownIsSkipped()
    {
        HelloResponse? response = JsonSerializer.Deserialize<HelloResponse>(
            """{"protocol":{"major":1,"minor":9,"patch":4},"build":"9","processId":5,"moods":["good",{"deep":[1]}],"limits":{"maxWaitingJobs":3,"maxMoods":2}}""",
            Json);

        Assert.Equal(new ProtocolVersion(1, 9), response!.Protocol);
        Assert.Equal(3, response.Limits.MaxWaitingJobs);
        // What an older daemon leaves out has its default.
        Assert.Equal(ProtocolLimits.MaxPictureSide, response.Limits.MaxPictureSide);
        Assert.Empty(response.Capabilities);
    }

    [Fact]
    public void ColorizeProgress_StageOfANewerDaemon_IsUnknown()
    {
        ColorizeProgress? progress = JsonSerializer.Deserialize<ColorizeProgress>("""{"stage":"polish","fraction":0.5}""", Json);

        Assert.Equal(ColorizeStage.Unknown, progress!.Stage);
        Assert.Equal(0.5, progress.Fraction);
    }

    [Theory]
    [InlineData("""{"lineArt":{"name":"a","width":1,"height":1,"stride":4},"result":{"name":"b","width":1,"height":1,"stride":4}}""")]
    [InlineData("""{"requestId":null,"lineArt":{"name":"a","width":1,"height":1,"stride":4},"result":{"name":"b","width":1,"height":1,"stride":4}}""")]
    [InlineData("""{"requestId":"r","lineArt":{"name":"a","width":1,"height":1,"stride":4},"result":{"name":"b","width":1,"height":1,"stride":4},"settings":null}""")]
    [InlineData("""{"requestId":"r","lineArt":{"name":"a","width":1e99,"height":1,"stride":4},"result":{"name":"b","width":1,"height":1,"stride":4}}""")]
    [InlineData("""{"requestId":"r","lineArt":{"name":"a","width":"1","height":1,"stride":4},"result":{"name":"b","width":1,"height":1,"stride":4}}""")]
    [InlineData("""{"requestId":"r","lineArt":{"name":"a","width":1,"height":1,"stride":4,"format":1},"result":{"name":"b","width":1,"height":1,"stride":4}}""")]
    public void ColorizeRequest_MissingNullOrWrongType_IsRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<ColorizeRequest>(json, Json));
}
