using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor zeros_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        zeros(input.shape, dtype ?? input.dtype, device ?? input.device, requires_grad, names);

    public static Tensor ones_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        ones(input.shape, dtype ?? input.dtype, device ?? input.device, requires_grad, names);

    public static Tensor empty_like(
        Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        empty(input.shape, dtype ?? input.dtype, device ?? input.device, requires_grad, names);

    public static Tensor full_like(
        Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        full(input.shape, value, dtype ?? input.dtype, device ?? input.device, requires_grad, names);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>
    /// Numbers from <paramref name="start"/> up to, without, <paramref name="stop"/>; without a type, Int64 if all are whole.
    /// </summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var whole = is_integral(start.Type) && is_integral(stop.Type) && is_integral(step.Type);
        var (type, place) = Defaults(dtype ?? (whole ? ScalarType.Int64 : null), device, null);
        return Tensor.New(NativeMethods.pdn_arange(
            start.Value, stop.Value, step.Value, (int)type, (int)place.type, place.index, requires_grad));
    }

    /// <summary>Evenly spaced numbers from <paramref name="start"/> to <paramref name="end"/>, both included.</summary>
    public static Tensor linspace(
        double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var (type, place) = Defaults(dtype, device, null);
        return Tensor.New(NativeMethods.pdn_linspace(start, end, steps, (int)type, (int)place.type, place.index, requires_grad));
    }

    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var (type, place) = Defaults(dtype, device, names);
        return Tensor.New(NativeMethods.pdn_eye(
            rows, columns < 0 ? rows : columns, (int)type, (int)place.type, place.index, requires_grad));
    }

    private static (ScalarType Type, Device Place) Defaults(ScalarType? type, Device? device, string[]? names) => names is { Length: > 0 }
        ? throw new NotSupportedException("This binding has no named dimensions.")
        : (type ?? _defaultType, device ?? _defaultDevice);
}
