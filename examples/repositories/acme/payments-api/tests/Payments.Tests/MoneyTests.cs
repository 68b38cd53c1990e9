using Payments.Api;
using Xunit;

namespace Payments.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData(100, 3, new long[] { 34, 33, 33 })]
    [InlineData(2, 3, new long[] { 1, 1, 0 })]
    [InlineData(0, 2, new long[] { 0, 0 })]
    public void SplitLosesNothing(long amount, int parts, long[] expected) =>
        Assert.Equal(expected, new Money(amount, "EUR").Split(parts).Select(m => m.Amount));

    [Fact]
    public void CurrenciesDoNotMix() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, "EUR") + new Money(1, "SEK"));

    [Fact]
    public void OverflowIsAnError() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, "EUR") + new Money(1, "EUR"));
}
