using System.Globalization;
using System.Text.Json.Serialization;
using StreamJsonRpc.Formatters;

namespace StreamJsonRpc;

/// <summary>The id of a request: a number, a string, null, or not there at all (<see cref="NotSpecified"/>: a notification).</summary>
[JsonConverter(typeof(RequestIdConverter))]
public struct RequestId : IEquatable<RequestId>
{
    public RequestId(long id) => Number = id;

    public RequestId(string? id)
    {
        String = id;
        IsNull = id is null;
    }

    public static RequestId NotSpecified => default;

    public static RequestId Null => new(null);

    public long? Number { get; }

    public string? String { get; }

    /// <summary>The id is there and is null.</summary>
    public bool IsNull { get; }

    /// <summary>There is no id.</summary>
    public bool IsEmpty => Number is null && String is null && !IsNull;

    public static bool operator ==(RequestId first, RequestId second) => first.Equals(second);

    public static bool operator !=(RequestId first, RequestId second) => !first.Equals(second);

    public bool Equals(RequestId other) => Number == other.Number && String == other.String && IsNull == other.IsNull;

    public override bool Equals(object? obj) => obj is RequestId other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Number, String, IsNull);

    public override string ToString() =>
        Number?.ToString(CultureInfo.InvariantCulture) ?? String ?? (IsNull ? "(null)" : "(not specified)");
}
