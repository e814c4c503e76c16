using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PdnColorize.Training.Tests.Scalars;

/// <summary>Finds the places of an assembly where a Scalar of TorchSharp may be finalized while native code reads it.</summary>
/// <remarks>
/// Up to TorchSharp 0.107 nothing keeps a Scalar alive during a native call but what the caller does for it. A Scalar is kept by a static field, and by a <c>using</c> variable
/// until it is disposed; nothing else counts. TorchSharp's own methods are read by the same rule: one that does not keep a Scalar which it makes, or calls such a one, hides a Scalar.
/// </remarks>
internal sealed class UnkeptScalars
{
    private const string Scalar = "TorchSharp.Scalar";

    private readonly HashSet<string> _hiding = [];

    /// <summary>TorchSharp's layers, optimizers and the like of which a virtual method hides a Scalar. What they do is seen where they are made: they are called through their base class.</summary>
    private readonly HashSet<string> _hidingTypes = [];

    /// <param name="torchSharp">TorchSharp.dll.</param>
    public UnkeptScalars(string torchSharp)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(torchSharp);
        MethodDefinition[] methods = [.. MethodsOf(assembly)];
        ILookup<string, string> callers = methods
            .SelectMany(method => Calls(method).Select(call => (Caller: method.FullName, Called: NameOf((MethodReference)call.Operand))))
            .ToLookup(edge => edge.Called, edge => edge.Caller);
        Queue<string> found = new(methods.Where(method => Calls(method).Any(call => MakesScalar(call) && !IsKept(method, call))).Select(method => method.FullName));
        while (found.TryDequeue(out string? name))
        {
            if (!_hiding.Add(name)) continue;
            foreach (string caller in callers[name]) found.Enqueue(caller);
        }

        foreach (TypeDefinition type in assembly.MainModule.GetTypes().Where(type => WithBases(type).SelectMany(each => each.Methods).Any(IsHidingVirtual))) _hidingTypes.Add(type.FullName);

        bool IsHidingVirtual(MethodDefinition method) => method.IsVirtual && _hiding.Contains(method.FullName);
    }

    /// <summary>Full names of TorchSharp's methods that hide a Scalar.</summary>
    public IReadOnlySet<string> Hiding => _hiding;

    /// <summary>All places in an assembly, in words; empty when there are none.</summary>
    /// <param name="path">The assembly.</param>
    /// <param name="isWanted">Which types to look at, nested ones by the name of the outermost; null for all.</param>
    public IReadOnlyList<string> Find(string path, Func<string, bool>? isWanted = null)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(path);
        return
        [
            .. from method in MethodsOf(assembly)
               where isWanted is null || isWanted(Outermost(method.DeclaringType).Name)
               from call in Calls(method)
               let fault = FaultOf(method, call)
               where fault is not null
               select $"{method.DeclaringType.FullName}.{method.Name}: {fault}",
        ];
    }

    private string? FaultOf(MethodDefinition method, Instruction call)
    {
        MethodReference called = (MethodReference)call.Operand;
        if (MakesScalar(call))
        {
            return IsKept(method, call)
                ? null
                : $"{ShortNameOf(called)} makes a Scalar that nothing keeps alive. Put it into a 'static readonly' field or a 'using' variable, or calculate with TensorArithmetic.";
        }

        if (_hiding.Contains(NameOf(called)))
            return $"{ShortNameOf(called)} makes a Scalar that nothing keeps alive. Use TensorArithmetic, item<float>(), or an overload that is given the Scalar.";
        TypeReference made = called.Name == ".ctor" ? called.DeclaringType : called.ReturnType;
        return _hidingTypes.Contains(made.FullName)
            ? $"{made.Name} makes Scalars that nothing keeps alive when it is called. Compute the same with functions that make none, as BatchNormalization does."
            : null;
    }

    private static IEnumerable<MethodDefinition> MethodsOf(AssemblyDefinition assembly) =>
        assembly.Modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods).Where(method => method.HasBody);

    /// <summary>The instructions that call a method, or make a delegate of one.</summary>
    private static IEnumerable<Instruction> Calls(MethodDefinition method) => method.Body.Instructions.Where(instruction => instruction.Operand is MethodReference);

    private static bool MakesScalar(Instruction call)
    {
        MethodReference called = (MethodReference)call.Operand;
        return (called.Name == ".ctor" ? called.DeclaringType : called.ReturnType).FullName == Scalar;
    }

    /// <summary>Whether what a call gives goes into a static field, to a variable that a <c>finally</c> disposes, or to the caller, where it is looked at again.</summary>
    private static bool IsKept(MethodDefinition method, Instruction call)
    {
        Instruction next = call.Next;
        if (next.OpCode == OpCodes.Ret) return true;
        if (next.OpCode == OpCodes.Stsfld) return ((FieldReference)next.Operand).Resolve().IsInitOnly;
        return VariableOf(method, next, "stloc") is { } variable && method.Body.ExceptionHandlers.Any(handler =>
            handler.HandlerType == ExceptionHandlerType.Finally && handler.TryStart == next.Next && VariableOf(method, handler.HandlerStart, "ldloc") == variable);
    }

    private static VariableDefinition? VariableOf(MethodDefinition method, Instruction instruction, string operation)
    {
        string name = instruction.OpCode.Name;
        if (!name.StartsWith(operation, StringComparison.Ordinal) || name.StartsWith(operation + "a", StringComparison.Ordinal)) return null;
        return instruction.Operand as VariableDefinition ?? method.Body.Variables[name[^1] - '0'];
    }

    private static IEnumerable<TypeDefinition> WithBases(TypeDefinition type)
    {
        for (TypeDefinition? each = type; each is not null; each = each.BaseType?.GetElementType() as TypeDefinition) yield return each;
    }

    private static string NameOf(MethodReference method) => method.GetElementMethod().FullName;

    private static string ShortNameOf(MethodReference method) =>
        $"{method.DeclaringType.Name}.{method.Name}({string.Join(", ", method.Parameters.Select(parameter => parameter.ParameterType.Name))})";

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
