namespace TorchSharp.Modules;

/// <summary>A tensor that a module learns: modules find it among their fields.</summary>
public class Parameter : torch.Tensor
{
    /// <param name="data">Its memory becomes the parameter's: the tensor is as if disposed.</param>
    /// <param name="requires_grad">Whether training changes it.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(data.with_requires_grad(requires_grad).MoveHandle(), register: false) => DisposeScope.Replace(data, this);
}
