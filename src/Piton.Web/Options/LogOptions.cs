namespace Piton.Web.Options;

/// <summary>What the log looks like: the section <c>Piton:Logs</c>. What is in it is a matter of <c>Logging:LogLevel</c>.</summary>
public sealed class LogOptions
{
    public LogFormat Format { get; set; }
}
