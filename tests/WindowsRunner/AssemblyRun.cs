using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace PdnColorize.WindowsRunner;

/// <summary>Runs all tests of an assembly.</summary>
internal static class AssemblyRun
{
    public static void Run(AssemblyName assembly, ConsoleReporter reporter)
    {
        using XunitTestFramework framework = new(reporter);
        using ITestFrameworkExecutor executor = framework.GetExecutor(assembly);
        reporter.Begin();
        DefaultOptions options = new();
        executor.RunAll(reporter, options, options);
        reporter.WaitForEnd();
    }
}
