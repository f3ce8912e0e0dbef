using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Piton.Domain.Access;

namespace Piton.Web.Models.Administration;

/// <summary>Which entries of the audit log are asked for, as the address says it.</summary>
public sealed record AuditForm
{
    /// <summary>What was done; null for anything. The name <c>action</c> is taken by the framework.</summary>
    [FromQuery(Name = "act")]
    public string? Action { get; init; }

    /// <summary>Who did it; null for anybody.</summary>
    [FromQuery(Name = "by")]
    public AccountId? Account { get; init; }

    /// <summary>The first day, in UTC.</summary>
    [FromQuery(Name = "from")]
    public DateOnly? From { get; init; }

    /// <summary>The last day, in UTC.</summary>
    [FromQuery(Name = "to")]
    public DateOnly? To { get; init; }

    public AuditFilter ToFilter() => new(Action, Account, StartOf(From), To == DateOnly.MaxValue ? null : StartOf(To?.AddDays(1)));

    /// <summary>The address of these entries.</summary>
    /// <param name="path">Of the page or the export.</param>
    /// <param name="before">Where the page before ended; null for the newest.</param>
    public string At(string path, long? before = null) => QueryHelpers.AddQueryString(path, new[]
    {
        KeyValuePair.Create("act", Action),
        KeyValuePair.Create("by", Account?.ToString()),
        KeyValuePair.Create("from", TextOf(From)),
        KeyValuePair.Create("to", TextOf(To)),
        KeyValuePair.Create("before", before?.ToString(CultureInfo.InvariantCulture)),
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    /// <summary>A day as the field of a form takes it.</summary>
    public static string? TextOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset? StartOf(DateOnly? day) => day is { } it ? new DateTimeOffset(it, TimeOnly.MinValue, TimeSpan.Zero) : null;
}
