using System.Text.Json;
using PdnColorize.DaemonWithTestEngine;
using PdnColorize.Protocol;
using PdnColorize.Protocol.Messages;
using PdnColorize.Protocol.Pixels;

namespace PdnColorize.DaemonTests.Support;

/// <summary>A drawing and room for its result in shared memory, and the request that names them.</summary>
internal sealed class SharedPictures : IDisposable
{
    private readonly IPixelMemory _drawing;
    private readonly IPixelMemory _result;
    private readonly byte[] _pixels;

    public SharedPictures(int width = 16, int height = 8)
    {
        _pixels = new byte[width * height * PictureBuffer.BytesPerPixel];
        new Random(1).NextBytes(_pixels);
        _drawing = PixelMemory.Create(_pixels.Length);
        _drawing.Write(0, _pixels);
        _result = PixelMemory.Create(_pixels.Length);
        Request = new ColorizeRequest
        {
            RequestId = Guid.NewGuid().ToString("N"),
            LineArt = Describe(_drawing),
            Result = Describe(_result),
            Settings = new ColorizeSettings { Model = TestEngine.Invert },
        };

        PictureBuffer Describe(IPixelMemory memory) => new() { Name = memory.Name, Width = width, Height = height, Stride = width * PictureBuffer.BytesPerPixel };
    }

    public ColorizeRequest Request { get; }

    /// <summary>Whether the result is the drawing inverted, as the test engine does.</summary>
    public bool IsInverted => Result.SequenceEqual(_pixels.Select(value => (byte)~value));

    /// <summary>Whether nothing was written.</summary>
    public bool IsUntouched => Result.All(value => value == 0);

    private byte[] Result
    {
        get
        {
            byte[] result = new byte[_pixels.Length];
            _result.Read(0, result);
            return result;
        }
    }

    /// <summary>The request with another command for the test engine.</summary>
    public ColorizeRequest With(string model, string? document = null) =>
        Request with { DocumentId = document, Settings = Request.Settings with { Model = model } };

    /// <summary>The request as it goes over the wire.</summary>
    /// <param name="id">Null for a call that wants no answer.</param>
    /// <param name="progress">The progress token as JSON.</param>
    /// <param name="model">The command for the test engine.</param>
    /// <param name="document">What the job is of.</param>
    public string ToMessage(int? id, string progress = "1", string model = TestEngine.Invert, string? document = null) =>
        $"{{\"jsonrpc\":\"2.0\",{(id is null ? "" : $"\"id\":{id},")}\"method\":\"colorize\",\"params\":[{JsonSerializer.Serialize(With(model, document), ProtocolJson.CreateOptions())},{progress}]}}";

    public void Dispose()
    {
        _drawing.Dispose();
        _result.Dispose();
    }
}
