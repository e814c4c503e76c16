namespace StreamJsonRpc.Targets;

/// <summary>Gets at the result of methods that return a value, a task or a value task.</summary>
internal static class MethodResult
{
    /// <param name="returned">What the method returned.</param>
    /// <param name="declaredType">What it is declared to return.</param>
    /// <returns>The result and the type that it is declared as; null and null when there is none.</returns>
    public static async Task<(object? Result, Type? Type)> WaitAsync(object? returned, Type? declaredType)
    {
        if (returned is ValueTask valueTask) returned = valueTask.AsTask();
        else if (declaredType is { IsGenericType: true } && declaredType.GetGenericTypeDefinition() == typeof(ValueTask<>))
            returned = declaredType.GetMethod(nameof(ValueTask<>.AsTask))!.Invoke(returned, null);

        if (returned is not Task task) return (returned, declaredType == typeof(void) ? null : declaredType);
        await task.ConfigureAwait(false);
        // The declared type counts: behind a plain Task there may be a result that was never meant as one.
        return ResultType(declaredType) is { } type ? (task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task), type) : (null, null);
    }

    private static Type? ResultType(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (!type.IsGenericType) continue;
            var definition = type.GetGenericTypeDefinition();
            if (definition == typeof(Task<>) || definition == typeof(ValueTask<>)) return type.GetGenericArguments()[0];
        }

        return null;
    }
}
