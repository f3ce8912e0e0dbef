namespace Piton.Domain.Access;

/// <summary>The rules of passwords: long enough and not common; no rule of composition (NIST SP 800-63B, section 3.1.1.2).</summary>
public static class Password
{
    /// <summary>The fewest Unicode code points.</summary>
    public const int MinLength = 8;

    /// <summary>The most Unicode code points.</summary>
    public const int MaxLength = 128;
}
