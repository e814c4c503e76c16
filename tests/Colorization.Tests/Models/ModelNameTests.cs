using PdnColorize.Colorization.Models;

namespace PdnColorize.Colorization.Tests.Models;

public sealed class ModelNameTests
{
    [Theory]
    [InlineData("default")]
    [InlineData("Faithful-32_v1.5")]
    [InlineData("7")]
    [InlineData("console")]
    public void IsValid_OrdinaryName_IsAccepted(string name) => Assert.True(ModelName.IsValid(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("ends.")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("c:")]
    [InlineData("a b")]
    [InlineData("färbe")]
    [InlineData("a\0")]
    [InlineData("a\n")]
    [InlineData("con")]
    [InlineData("NUL.txt")]
    [InlineData("Com1")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345")]
    public void IsValid_NameThatIsAPathOrADevice_IsRefused(string? name) => Assert.False(ModelName.IsValid(name));
}
