namespace PaintDotNet;

/// <summary>Typed access to services.</summary>
public static class ServiceProviderExtensions
{
    public static void AssertService<TService>(this IServiceProvider serviceProvider)
        where TService : class
    {
        if (serviceProvider.GetService<TService>() is null) throw new InvalidOperationException($"There is no {typeof(TService).Name}.");
    }

    public static TService? GetService<TService>(this IServiceProvider serviceProvider)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return (TService?)serviceProvider.GetService(typeof(TService));
    }
}
