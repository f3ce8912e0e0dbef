namespace Piton.Web.Tests.Corpus;

/// <summary>What a client says that a file is.</summary>
public enum CorpusNaming
{
    /// <summary>Its own extension.</summary>
    Own,

    /// <summary>The extension of one other format and the Content-Type of yet another.</summary>
    Wrong,
}
