using System;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies an ELF library (64 bits, little-endian) and marks one symbol version that it needs as weak: the loader then accepts the library where that version is missing.
/// Compiled within the build; see NativeLibraries.targets for why it is needed.
/// </summary>
/// <remarks>Format: "ELF-64 Object File Format" and the "Symbol Versioning" chapter of the Linux Standard Base.</remarks>
public sealed class MarkSymbolVersionWeak : Task
{
    private const int VersionNeedsSection = 0x6ffffffe; // SHT_GNU_verneed
    private const ushort WeakFlag = 0x2; // VER_FLG_WEAK

    [Required]
    public string Library { get; set; }

    [Required]
    public string SymbolVersion { get; set; }

    [Required]
    public string Copy { get; set; }

    public override bool Execute()
    {
        byte[] elf = File.ReadAllBytes(Library);
        int flags = FindFlags(elf);
        if (flags < 0) Log.LogMessage(MessageImportance.High, $"'{Library}' no longer needs {SymbolVersion}: MarkSymbolVersionWeak can go.");
        else BitConverter.GetBytes((ushort)(BitConverter.ToUInt16(elf, flags) | WeakFlag)).CopyTo(elf, flags);

        Directory.CreateDirectory(Path.GetDirectoryName(Copy));
        // Under another name first: a build beside this one may make and read the same copy.
        string temporary = Copy + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(temporary, elf);
        try
        {
            File.Move(temporary, Copy);
        }
        catch (IOException) when (File.Exists(Copy))
        {
            File.Delete(temporary);
        }

        return true;
    }

    /// <summary>Where the flags (vna_flags) of the wanted version stand in the file; negative when it is not needed.</summary>
    private int FindFlags(byte[] elf)
    {
        long sections = BitConverter.ToInt64(elf, 0x28);
        int sectionSize = BitConverter.ToUInt16(elf, 0x3a);
        int count = BitConverter.ToUInt16(elf, 0x3c);
        for (int i = 0; i < count; i++)
        {
            int section = (int)sections + (i * sectionSize);
            if (BitConverter.ToInt32(elf, section + 4) != VersionNeedsSection) continue;
            int need = (int)BitConverter.ToInt64(elf, section + 0x18);
            int names = (int)BitConverter.ToInt64(elf, (int)sections + (BitConverter.ToInt32(elf, section + 0x28) * sectionSize) + 0x18);
            return FindFlags(elf, need, names);
        }

        return -1;
    }

    private int FindFlags(byte[] elf, int need, int names)
    {
        while (true)
        {
            int versions = BitConverter.ToUInt16(elf, need + 2);
            int version = need + BitConverter.ToInt32(elf, need + 8);
            for (int i = 0; i < versions; i++)
            {
                if (ReadName(elf, names + BitConverter.ToInt32(elf, version + 8)) == SymbolVersion) return version + 4;
                version += BitConverter.ToInt32(elf, version + 12);
            }

            int next = BitConverter.ToInt32(elf, need + 12);
            if (next == 0) return -1;
            need += next;
        }
    }

    private static string ReadName(byte[] elf, int start) => Encoding.ASCII.GetString(elf, start, Array.IndexOf(elf, (byte)0, start) - start);
}
