using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Payments.Api;

public abstract record CaptureResult;
public sealed record Captured(Guid Id, DateTimeOffset At) : CaptureResult;
public sealed record AlreadyCaptured : CaptureResult;
public sealed record UnknownPayment : CaptureResult;

/// <summary>Two entries or none: every capture is one serializable transaction.</summary>
public sealed class Ledger(NpgsqlDataSource database, TimeProvider clock)
{
    public async Task<CaptureResult> Capture(Guid id, CancellationToken stop)
    {
        await using var command = database.CreateCommand("select capture_payment($1, $2)");
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        return await command.ExecuteScalarAsync(stop) switch
        {
            "captured" => new Captured(id, clock.GetUtcNow()),
            "repeated" => new AlreadyCaptured(),
            _ => new UnknownPayment(),
        };
    }
}

public sealed class LedgerHealth(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken stop = default)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(stop);
        return HealthCheckResult.Healthy();
    }
}
