using System.Reflection;
using System.Text;

namespace PdnColorize.Tests.Shared;

/// <summary>
/// The public and protected surface of an assembly as text, one member a line, so that a binding can be compared with the
/// package whose place it takes. Parameter names and default values are part of it: callers may name or omit arguments.
/// </summary>
internal static class ApiSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>
    /// The members of <paramref name="assembly"/> that <paramref name="listPath"/> does not hold, sorted. Code that uses one
    /// of them compiles against the binding and not against the package.
    /// </summary>
    public static IReadOnlyList<string> MissingFrom(string listPath, Assembly assembly)
    {
        var known = File.ReadLines(listPath).ToHashSet(StringComparer.Ordinal);
        return [.. Of(assembly).Where(line => !known.Contains(line))];
    }

    /// <summary>One line for each visible type, constructor, method, accessor and field, sorted.</summary>
    public static IReadOnlyCollection<string> Of(Assembly assembly)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in assembly.GetTypes().Where(IsVisible))
        {
            var name = Name(type);
            lines.Add($"type {Kind(type)} {name}");
            foreach (var constructor in type.GetConstructors(Declared).Where(c => !c.IsStatic && IsVisible(c)))
                lines.Add($"{name}.ctor({Parameters(constructor)})");
            foreach (var method in type.GetMethods(Declared).Where(m => IsVisible(m) && !m.Name.StartsWith('<')))
                lines.Add($"{name}.{method.Name}{Arity(method)}({Parameters(method)}) : {Name(method.ReturnType)}{(method.IsStatic ? " static" : "")}");
            foreach (var field in type.GetFields(Declared).Where(IsVisible))
                lines.Add($"{name}.{field.Name} : {Name(field.FieldType)}{(field.IsLiteral ? " const" : field.IsStatic ? " static" : "")}{Constant(field)}");
        }

        return lines;
    }

    private static bool IsVisible(Type type) =>
        type.IsNested
            ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsVisible(type.DeclaringType!)
            : type.IsPublic;

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) =>
        (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && field.Name != "value__";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static-class",
        _ => "class",
    };

    private static string Constant(FieldInfo field) => field.IsLiteral ? " = " + field.GetRawConstantValue() : "";

    private static string Arity(MethodInfo method) =>
        method.IsGenericMethodDefinition ? "`" + method.GetGenericArguments().Length : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var passing = type.IsByRef ? parameter.IsOut ? "out " : "ref " : "";
        var many = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "";
        return $"{passing}{many}{Name(type.IsByRef ? type.GetElementType()! : type)} {parameter.Name}{Default(parameter)}";
    }

    private static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue) return "";
        try
        {
            return "=" + (parameter.RawDefaultValue ?? "null");
        }
        catch (FormatException)
        {
            // Reflection cannot read some defaults (an enum inside a Nullable); the lists say "?" for them as well.
            return "=?";
        }
    }

    private static string Name(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsArray) return Name(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        if (type.IsPointer) return Name(type.GetElementType()!) + "*";
        if (type.IsByRef) return "ref " + Name(type.GetElementType()!);

        var text = new StringBuilder(Prefix(type)).Append(type.Name);
        if (type.IsConstructedGenericType)
            text.Append('<').AppendJoin(',', type.GetGenericArguments().Select(Name)).Append('>');
        return text.ToString();
    }

    private static string Prefix(Type type)
    {
        if (!type.IsNested) return type.Namespace is null ? "" : type.Namespace + ".";
        var outer = type.DeclaringType!;
        return Name(outer.IsGenericType && !outer.IsGenericTypeDefinition ? outer.GetGenericTypeDefinition() : outer) + ".";
    }
}
