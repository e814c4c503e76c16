namespace PaintDotNet;

/// <summary>Marks interfaces that plugins use but do not implement.</summary>
public interface IInternalImpl
{
}
