namespace Piton.Infrastructure.Tests.Backup;

/// <summary>Ends what it is thrown into as a kill would: nobody expects it, so nobody tidies up.</summary>
internal sealed class KilledException : Exception;
