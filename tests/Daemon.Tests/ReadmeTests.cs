using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PdnColorize.DaemonTests.Support;
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
        Assert.Equal(Encoding.UTF8.GetByteCount(frame.Groups[2].Value), int.Parse(frame.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
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
    public void Colorize_AsWritten_IsARequest()
    {
        JsonElement message = Messages.First(m => m.TryGetProperty("method", out JsonElement method) && method.GetString() == RpcMethods.Colorize);
        JsonElement written = message.GetProperty("params")[0];

        ColorizeRequest request = written.Deserialize<ColorizeRequest>(ProtocolJson.CreateOptions())!;

        Assert.Equal((ResultKind.Colors, 512, "7f"), (request.Settings.Result, request.LineArt.Width, request.DocumentId));
        Assert.Subset(Names(JsonSerializer.SerializeToElement(request, ProtocolJson.CreateOptions())), Names(written));
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

    [GeneratedRegex(@"Content-Length: (\d+)\n\n(\{.*\})")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^\{""jsonrpc"".*\}$", RegexOptions.Multiline)]
    private static partial Regex Message();
}
