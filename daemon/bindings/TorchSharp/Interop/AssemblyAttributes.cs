using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// The shim lies beside this assembly; nothing is ever loaded from the current directory.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]

// Arguments go to the shim as they are: no marshalling but what the generated code in NativeMethods does.
[assembly: DisableRuntimeMarshalling]
