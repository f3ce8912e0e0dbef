namespace Piton.Web.Options;

/// <summary>What an entry of the log looks like.</summary>
public enum LogFormat
{
    /// <summary>A line for people. Under systemd without the time, which the journal has itself, and with the level as it reads it.</summary>
    Text,

    /// <summary>A line of JSON, for programs.</summary>
    Json,
}
