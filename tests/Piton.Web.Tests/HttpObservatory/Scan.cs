namespace Piton.Web.Tests.HttpObservatory;

/// <summary>What a scan gets from a site.</summary>
/// <param name="Page">The page, over HTTPS.</param>
/// <param name="CrossOrigin">The page once more, asked for with the <c>Origin</c> of another site.</param>
/// <param name="HttpRoute">Where plain HTTP leads, address by address, the one that was asked first; null where nothing answers there.</param>
internal sealed record Scan(ScannedAnswer Page, ScannedAnswer CrossOrigin, IReadOnlyList<Uri>? HttpRoute);
