using System.Runtime.InteropServices;

namespace PdnColorize.Effect.Messages;

/// <summary>
/// Shows a message to the user. Windows' own message box, because Paint.NET's service for messages needs Windows Forms; on a thread of its own, because Paint.NET waits for the
/// one that found the error.
/// </summary>
internal static partial class MessageWindow
{
    /// <summary>If the application's data hold an Action of title and text under this name, it is called instead: for hosts that are not Paint.NET.</summary>
    public const string HookName = "PdnColorize.AutoColorize.ShowMessage";

    private const uint IconWarning = 0x30;
    private const uint SetForeground = 0x10000;
    private const uint TopMost = 0x40000;

    private static readonly HashSet<string> Open = [];

    /// <summary>Shows a message, unless the same one is still on the screen. Returns at once and never throws.</summary>
    public static void Show(string title, string text)
    {
        try
        {
            if (AppContext.GetData(HookName) is Action<string, string> hook)
                hook(title, text);
            else if (OperatingSystem.IsWindows())
                ShowOnWindows(title, text);
            else
                Console.Error.WriteLine($"{title}: {text}");
        }
#pragma warning disable CA1031 // Whatever it is: there is nobody left to tell.
        catch
#pragma warning restore CA1031
        {
            // The layer is as it was; that must do.
        }
    }

    private static void ShowOnWindows(string title, string text)
    {
        lock (Open)
        {
            if (!Open.Add(text)) return;
        }

        new Thread(() =>
        {
            try
            {
                _ = MessageBox(0, text, title, IconWarning | SetForeground | TopMost);
            }
            finally
            {
                lock (Open) Open.Remove(text);
            }
        })
        { IsBackground = true, Name = "Auto Colorize: message" }.Start();
    }

    [LibraryImport("user32", EntryPoint = "MessageBoxW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int MessageBox(nint owner, string text, string caption, uint type);
}
