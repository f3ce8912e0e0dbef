namespace Piton.Domain.Access;

/// <summary>How long a session lasts: so long unused, and so long at all (OWASP ASVS 5.0, 7.3).</summary>
public static class SessionTerms
{
    /// <summary>How coarse it is kept when a session was last used: each change is a write.</summary>
    public static readonly TimeSpan Grain = TimeSpan.FromMinutes(10);

    private static readonly (TimeSpan Unused, TimeSpan Whole) Short = (TimeSpan.FromHours(12), TimeSpan.FromDays(1));
    private static readonly (TimeSpan Unused, TimeSpan Whole) Remembered = (TimeSpan.FromDays(30), TimeSpan.FromDays(180));

    /// <summary>When a session ends that was begun and used then.</summary>
    public static DateTimeOffset EndOf(bool isPersistent, DateTimeOffset createdAt, DateTimeOffset seenAt)
    {
        var (unused, whole) = isPersistent ? Remembered : Short;
        return seenAt + unused < createdAt + whole ? seenAt + unused : createdAt + whole;
    }

    /// <summary>The session as it is used now; itself where that says nothing new.</summary>
    public static Session Touch(this Session session, DateTimeOffset now) => now - session.SeenAt < Grain
        ? session
        : session with { SeenAt = now, ExpiresAt = EndOf(session.IsPersistent, session.CreatedAt, now) };
}
