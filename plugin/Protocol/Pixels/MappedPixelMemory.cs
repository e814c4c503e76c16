using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.Principal;
using Microsoft.Win32.SafeHandles;
using PdnColorize.Protocol.Runtime;

namespace PdnColorize.Protocol.Pixels;

/// <summary>
/// Shared memory on Windows: a named mapping of the paging file, in the session's own namespace, that only the user may open. .NET's own MemoryMappedFile can
/// neither set nor tell who owns a mapping. A mapping cannot shrink, so memory once mapped stays valid.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed unsafe class MappedPixelMemory : IPixelMemory
{
    private const string Prefix = @"Local\pdncolorize-";

    private readonly SafeFileHandle _mapping;
    private nint _view;

    private MappedPixelMemory(string name, SafeFileHandle mapping, nint view, long length)
    {
        Name = name;
        Length = length;
        _mapping = mapping;
        _view = view;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public long Length { get; }

    public static MappedPixelMemory Create(string name, long length)
    {
        SafeFileHandle mapping = CreateMapping(Prefix + name, length);
        int error = Marshal.GetLastPInvokeError();
        // An existing mapping is opened instead, and the error says so; with 128 random bits it would have been put there.
        if (mapping.IsInvalid || error == WindowsMappings.AlreadyExists)
        {
            mapping.Dispose();
            throw PixelErrors.NoMemory(new Win32Exception(error));
        }

        return Map(name, mapping);
    }

    public static MappedPixelMemory Open(string name)
    {
        SafeFileHandle mapping = WindowsMappings.OpenFileMapping(WindowsMappings.MapReadWrite | WindowsMappings.ReadControl, false, Prefix + name);
        int error = Marshal.GetLastPInvokeError();
        if (mapping.IsInvalid)
        {
            mapping.Dispose();
            throw PixelErrors.Unavailable("they are not there any more", new Win32Exception(error));
        }

        if (WindowsOwner.Of(mapping) == CurrentWindowsUser()) return Map(name, mapping);
        mapping.Dispose();
        throw PixelErrors.Unavailable("they belong to somebody else");
    }

    /// <inheritdoc/>
    public void Read(long offset, Span<byte> destination)
    {
        PixelErrors.CheckRange(offset, destination.Length, Length);
        ObjectDisposedException.ThrowIf(_view == 0, this);
        fixed (byte* pointer = destination) Copy(_view + (nint)offset, (nint)pointer, destination.Length);
    }

    /// <inheritdoc/>
    public void Write(long offset, ReadOnlySpan<byte> source)
    {
        PixelErrors.CheckRange(offset, source.Length, Length);
        ObjectDisposedException.ThrowIf(_view == 0, this);
        fixed (byte* pointer = source) Copy((nint)pointer, _view + (nint)offset, source.Length);
    }

    /// <inheritdoc/>
    public void Prepare(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_view == 0, this);
        // Reading is enough, since a mapping has no page of zeros that all share; and writing could undo what the other side writes.
        for (long offset = 0; offset < Length && !cancellationToken.IsCancellationRequested; offset += Environment.SystemPageSize)
            Volatile.Read(ref *((byte*)_view + offset));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        nint view = Interlocked.Exchange(ref _view, 0);
        if (view != 0) WindowsMappings.UnmapViewOfFile(view);
        _mapping.Dispose();
    }

    private static void Copy(nint from, nint to, int length) =>
        CopyInParts.Run(length, (first, count) => Buffer.MemoryCopy((byte*)from + first, (byte*)to + first, count, count));

    private static MappedPixelMemory Map(string name, SafeFileHandle mapping)
    {
        // Length 0 maps all there is; the view then tells the true size, whatever the other side claimed.
        nint view = WindowsMappings.MapViewOfFile(mapping, WindowsMappings.MapReadWrite, 0, 0, 0);
        int error = Marshal.GetLastPInvokeError();
        if (view != 0 && WindowsMappings.VirtualQuery(view, out MemoryInformation facts, (nuint)sizeof(MemoryInformation)) != 0)
        {
            // Memory that is only reserved, or not for reading and writing, would end this process at the first touch.
            if (facts is { State: WindowsMappings.Committed, Protect: WindowsMappings.PageReadWrite })
                return new MappedPixelMemory(name, mapping, view, checked((long)facts.RegionSize));
            WindowsMappings.UnmapViewOfFile(view);
            mapping.Dispose();
            throw PixelErrors.Unavailable("their memory is not for use");
        }

        if (view != 0) WindowsMappings.UnmapViewOfFile(view);
        mapping.Dispose();
        throw PixelErrors.NoMemory(new Win32Exception(error));
    }

    private static SafeFileHandle CreateMapping(string name, long length)
    {
        // Owner and full access: the user, and nobody else. Without this an elevated process's objects belong to the group of administrators.
        string user = CurrentWindowsUser().Value;
        byte[] descriptor = WindowsOwner.DescriptorOf($"O:{user}D:P(A;;GA;;;{user})");
        fixed (byte* pointer = descriptor)
        {
            SecurityAttributes attributes = new() { Length = (uint)sizeof(SecurityAttributes), Descriptor = (nint)pointer };
            return WindowsMappings.CreateFileMapping(-1, &attributes, WindowsMappings.PageReadWrite, (uint)(length >> 32), (uint)length, name);
        }
    }

    private static SecurityIdentifier CurrentWindowsUser() => WindowsOwner.CurrentUser;
}
