using System.IO.Compression;
using System.Text;

namespace PdnColorize.Training.Tests.Import;

/// <summary>NumPy files, byte by byte as numpy.lib.format describes them.</summary>
internal static class NpzBytes
{
    public static byte[] Npy(string type, string shape, byte[] data, byte version = 1, string order = "False")
    {
        byte[] header = Encoding.UTF8.GetBytes($"{{'descr': '{type}', 'fortran_order': {order}, 'shape': {shape}, }}   \n");
        byte[] length = version == 1 ? [(byte)header.Length, (byte)(header.Length >> 8)] : BitConverter.GetBytes(header.Length);
        return [0x93, .. "NUMPY"u8, version, 0, .. length, .. header, .. data];
    }

    public static void Write(string path, params (string Name, byte[] Npy)[] arrays)
    {
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach ((string name, byte[] npy) in arrays)
        {
            using Stream stream = archive.CreateEntry(name + ".npy").Open();
            stream.Write(npy);
        }
    }
}
