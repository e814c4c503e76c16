using System.Text.Json;

namespace StreamJsonRpc;

public static class CommonMethodNameTransforms
{
    /// <summary>FooBar becomes fooBar, URLOf becomes urlOf: the same rule as the JSON serializer's.</summary>
    public static Func<string, string> CamelCase => name => JsonNamingPolicy.CamelCase.ConvertName(name);

    public static Func<string, string> Prepend(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return name => prefix + name;
    }
}
