using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PdnColorize.DaemonTests.Support;
using PdnColorize.Host.Settings;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Errors;
using PdnColorize.Protocol.Messages;

namespace PdnColorize.DaemonTests;

/// <summary>The examples of the daemon's README are what really goes over the wire.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md")).ReplaceLineEndings("\n");

    private static JsonElement[] Messages => [.. Message().Matches(Text).Select(match => JsonDocument.Parse(match.Value).RootElement)];

    [Fact]
    public async Task Hello_SentAsWritten_IsAnsweredAsWritten()
    {
        Match frame = Frame().Match(Text);
        Assert.Equal(Encoding.UTF8.GetByteCount(frame.Groups[2].Value), int.Parse(frame.Groups[1].Value, CultureInfo.InvariantCulture));
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        await using NamedPipeClientStream pipe = await daemon.OpenPipeAsync();
        await pipe.WriteAsync(Encoding.UTF8.GetBytes(frame.Value.Trim('\n').ReplaceLineEndings("\r\n")));
        byte[] buffer = new byte[4096];

        int read = await pipe.ReadAsync(buffer).AsTask().WaitAsync(RunningDaemon.Patience);

        string answer = Encoding.UTF8.GetString(buffer, 0, read);
        JsonElement real = JsonDocument.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("result");
        JsonElement written = Messages.First(message => message.TryGetProperty("result", out _)).GetProperty("result");
        Assert.Equal(Names(written), Names(real));
        Assert.Equal(written.GetProperty("protocol").ToString(), real.GetProperty("protocol").ToString());
        Assert.Equal(written.GetProperty("limits").ToString(), real.GetProperty("limits").ToString());
    }

    [Fact]
    public async Task Conversation_SentAsWritten_IsAnsweredAsWritten()
    {
        await using RunningDaemon daemon = await RunningDaemon.StartAsync();
        using SharedPictures pictures = new(512, 512);
        await using RawCaller caller = new(await daemon.OpenPipeAsync());
        foreach (JsonElement message in Messages.Where(message => message.TryGetProperty("method", out _) && message.TryGetProperty("id", out _)))
        {
            string text = message.GetRawText()
                .Replace("00112233445566778899aabbccddeeff", pictures.Request.LineArt.Name, StringComparison.Ordinal)
                .Replace("ffeeddccbbaa99887766554433221100", pictures.Request.Result.Name, StringComparison.Ordinal);
            await caller.SendAsync(text);
            await caller.WaitForAsync($"\"id\":{message.GetProperty("id").GetInt32()},");
        }

        Assert.True(pictures.IsInverted);
        JsonElement[] received = [.. Received().Split(caller.Received).Where(part => part.Length > 0).Select(part => JsonDocument.Parse(part).RootElement)];
        foreach (JsonElement written in Messages.Where(message => message.TryGetProperty("result", out _)))
        {
            JsonElement real = received.First(message => message.TryGetProperty("id", out JsonElement id) && id.GetInt32() == written.GetProperty("id").GetInt32());
            Assert.Equal(Names(written.GetProperty("result")), Names(real.GetProperty("result")));
        }

        JsonElement[] progress = [.. Messages.Concat(received).Where(message => message.TryGetProperty("method", out JsonElement method) && method.GetString() == "$/progress")];
        Assert.True(progress.Length > 1);
        Assert.All(progress, message =>
        {
            Assert.Equal(1, message.GetProperty("params")[0].GetInt32());
            // Which stage comes first is a matter of threads.
            Assert.Subset(new HashSet<string> { "stage", "fraction", "jobsAhead" }, Names(message.GetProperty("params")[1]));
        });
    }

    [Fact]
    public void Colorize_AsWritten_HasNothingThatIsIgnored()
    {
        JsonElement message = Messages.First(m => m.TryGetProperty("method", out JsonElement method) && method.GetString() == RpcMethods.Colorize);
        JsonElement written = message.GetProperty("params")[0];

        ColorizeRequest request = written.Deserialize<ColorizeRequest>(ProtocolJson.CreateOptions())!;

        Assert.Equal((ResultKind.Colors, 512, "7f"), (request.Settings.Result, request.LineArt.Width, request.DocumentId));
        Assert.Subset(Names(JsonSerializer.SerializeToElement(request, ProtocolJson.CreateOptions())), Names(written));
    }

    [Fact]
    public void Errors_AsWritten_AreAllThatTheDaemonHas()
    {
        Dictionary<int, string> written = ErrorRow().Matches(Text).ToDictionary(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture), row => row.Groups[2].Value);

        Assert.Equal(Enum.GetValues<DaemonErrorCode>().Where(code => (int)code >= 1100).ToDictionary(code => (int)code, code => code.ToString()), written);
    }

    [Fact]
    public void Settings_AsWritten_AreAllThatTheDaemonHas()
    {
        string table = Text[Text.IndexOf("## Settings", StringComparison.Ordinal)..Text.IndexOf("The log is", StringComparison.Ordinal)];
        IEnumerable<string> written = SettingRow().Matches(table).SelectMany(row => row.Groups[1].Value.Split(", ")).Select(name => name.Trim('`'));

        IEnumerable<string> real = typeof(DaemonOptions).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        Assert.Equal(real.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Busy_AsWritten_IsTheRealError()
    {
        JsonElement error = Messages.First(message => message.TryGetProperty("error", out _)).GetProperty("error");
        DaemonException real = new(DaemonErrorCode.Busy, ("waiting", "8"));

        Assert.Equal((int)real.Code, error.GetProperty("code").GetInt32());
        Assert.Equal(real.Message, error.GetProperty("message").GetString());
        Assert.Equal(JsonSerializer.Serialize(real.ToData(), ProtocolJson.CreateOptions()), error.GetProperty("data").GetRawText());
    }

    private static HashSet<string> Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    [GeneratedRegex(@"Content-Length: \d+\r\n(?:[^\r]+\r\n)*\r\n")]
    private static partial Regex Received();

    [GeneratedRegex(@"^\| (\d{4}) \| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();

    [GeneratedRegex(@"^\| (`\w+`(?:, `\w+`)*) \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex(@"Content-Length: (\d+)\n\n(\{.*\})")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^\{""jsonrpc"".*\}$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
