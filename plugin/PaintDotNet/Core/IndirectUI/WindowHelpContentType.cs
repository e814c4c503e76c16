namespace PaintDotNet.IndirectUI;

/// <summary>What the dialog's help button shows.</summary>
public enum WindowHelpContentType
{
    None = 0,
    PlainText = 1,
    CustomViaCallback = 2,
}
