namespace PdnColorize.DaemonTests.Support;

/// <summary>A test of the program with its networks, which need libtorch.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NetworksFactAttribute : FactAttribute
{
    /// <summary>Set where Windows programs run under Wine: libtorch for those comes with packages that are not there.</summary>
    private const string AbsenceVariable = "PDNCOLORIZE_TESTS_WITHOUT_NETWORKS";

    public NetworksFactAttribute()
    {
        if (Environment.GetEnvironmentVariable(AbsenceVariable) is { Length: > 0 }) Skip = "Under Wine the installed program is tested with its networks: Windows.Tests.";
    }
}
