using Serilog.Core;
using Serilog.Events;

namespace Piton.Web.Logs;

/// <summary>Takes out what the framework notes of each request beside its id: an address can be a file's name, or be good for something.</summary>
internal sealed class WithoutAddress : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory) => logEvent.RemovePropertyIfPresent("RequestPath");
}
