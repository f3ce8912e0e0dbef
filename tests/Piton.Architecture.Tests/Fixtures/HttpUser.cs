using Microsoft.AspNetCore.Http;

namespace Piton.Architecture.Tests.Fixtures;

/// <summary>Takes an ASP.NET type.</summary>
internal sealed class HttpUser
{
    public IFormFile? File { get; set; }
}
