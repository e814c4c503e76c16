using System.Reflection;
using PdnColorize.WindowsRunner;

// Arguments: names of test assemblies beside this program. Prints one line for each test; exits with 0 when all passed and there were some.
if (!HandlerList.OutlivesReflection())
{
    Console.WriteLine("Threads will hang: reflection calls methods through the runtime's native code. Switch.System.Reflection.ForceEmitInvoke must be on.");
    return 2;
}

using ConsoleReporter reporter = new();
foreach (string name in args) AssemblyRun.Run(new AssemblyName(name), reporter);
Console.WriteLine($"{reporter.Passed} passed, {reporter.Failed} failed, {reporter.Skipped} skipped");
return reporter.Failed == 0 && reporter.Passed > 0 ? 0 : 1;
