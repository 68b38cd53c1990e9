namespace Payments.Api;

/// <summary>An amount in the smallest unit of its currency.</summary>
public readonly record struct Money(long Amount, string Currency)
{
    public static Money operator +(Money a, Money b) =>
        a.Currency == b.Currency
            ? a with { Amount = checked(a.Amount + b.Amount) }
            : throw new InvalidOperationException($"{a.Currency} and {b.Currency} do not add up");

    /// <summary>Splits into shares that differ by at most one unit and add up to the whole.</summary>
    public IReadOnlyList<Money> Split(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        var (share, rest) = Math.DivRem(Amount, parts);
        var currency = Currency;
        return Enumerable.Range(0, parts)
            .Select(i => new Money(share + (i < rest ? 1 : 0), currency))
            .ToList();
    }
}
