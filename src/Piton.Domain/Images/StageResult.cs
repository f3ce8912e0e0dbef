namespace Piton.Domain.Images;

/// <summary>What came of taking in an upload.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Upload">The upload, which the caller disposes of; null unless it is <see cref="StageOutcome.Staged"/>.</param>
public readonly record struct StageResult(StageOutcome Outcome, IStagedUpload? Upload);
