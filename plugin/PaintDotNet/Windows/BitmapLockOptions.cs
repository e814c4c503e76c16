namespace PaintDotNet.Imaging;

/// <summary>What a lock is for.</summary>
[Flags]
public enum BitmapLockOptions
{
    Read = 1,
    Write = 2,
    ReadWrite = Read | Write,
}
