using System.Runtime.CompilerServices;

// Everything that crosses to the shim is blittable or has a marshaller of its own.
[assembly: DisableRuntimeMarshalling]
