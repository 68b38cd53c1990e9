using Payments.Api;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Serilog;
using Serilog.Formatting.Compact;

var builder = WebApplication.CreateBuilder(args);

builder.Host.UseSerilog((_, log) => log.WriteTo.Console(new RenderedCompactJsonFormatter()));
builder.Services.AddNpgsqlDataSource(builder.Configuration["LEDGER_CONNECTION"]!);
builder.Services.AddSingleton<Ledger>();
builder.Services.AddHealthChecks().AddCheck<LedgerHealth>("ledger");
builder.Services.AddOpenTelemetry()
    .WithTracing(t => t.AddAspNetCoreInstrumentation().AddNpgsql().AddOtlpExporter())
    .WithMetrics(m => m.AddAspNetCoreInstrumentation().AddMeter("Payments").AddOtlpExporter());

var app = builder.Build();
app.UseSerilogRequestLogging();
app.MapHealthChecks("/health");

app.MapPost("/payments/{id:guid}/capture", async (Guid id, Ledger ledger, CancellationToken stop) =>
    await ledger.Capture(id, stop) switch
    {
        Captured captured => Results.Ok(captured),
        AlreadyCaptured => Results.Conflict(),
        _ => Results.NotFound(),
    });

app.Run();
