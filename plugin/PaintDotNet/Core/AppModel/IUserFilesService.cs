namespace PaintDotNet.AppModel;

/// <summary>Where the user has files for the application.</summary>
public interface IUserFilesService : IInternalImpl
{
    string? UserFilesPath { get; }

    string? TryGetUserFilesPath();
}
