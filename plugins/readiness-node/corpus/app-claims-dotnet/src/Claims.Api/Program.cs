using Serilog;
using Serilog.Formatting.Compact;

var builder = WebApplication.CreateBuilder(args);
builder.Host.UseSerilog((_, c) => c.WriteTo.Console(new CompactJsonFormatter()));
builder.Services.AddApplicationInsightsTelemetry();
builder.Services.AddHealthChecks();
var app = builder.Build();
app.MapHealthChecks("/healthz");
app.Run();
