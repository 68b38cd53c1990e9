using Xunit;

namespace Claims.Tests;

public class ClaimTests
{
    [Fact]
    public void Adds() => Assert.Equal(2, 1 + 1);
}
