namespace TorchSharp;

/// <summary>What <see cref="torch.nn.functional.pad(torch.Tensor, long[], PaddingModes, double)"/> puts around a picture.</summary>
public enum PaddingModes
{
    Zeros = 0,
    Reflect = 1,
    Replicate = 2,
    Circular = 3,
    Constant = 4,
}
