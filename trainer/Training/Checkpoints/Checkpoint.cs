using PdnColorize.Colorization.Safetensors;

namespace PdnColorize.Training.Checkpoints;

/// <summary>All that a run needs to go on.</summary>
/// <param name="State">The numbers.</param>
/// <param name="Files">The tensors, by the names of <see cref="CheckpointFiles"/>.</param>
internal sealed record Checkpoint(CheckpointState State, IReadOnlyDictionary<string, IReadOnlyList<SafetensorsTensor>> Files);
