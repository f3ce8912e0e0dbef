namespace Piton.Web.Tests.Corpus;

/// <summary>What the manifest says of a file; see the corpus' own README.</summary>
internal enum CorpusExpectation
{
    /// <summary>Stored, and it looks like its source.</summary>
    Accept,

    /// <summary>Refused as the client's fault.</summary>
    Reject,

    /// <summary>Refused, or stored without its payload.</summary>
    Neutralise,

    /// <summary>Either, and the server lives on.</summary>
    Survive,
}
