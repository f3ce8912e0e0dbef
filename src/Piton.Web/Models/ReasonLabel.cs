using Piton.Domain.Images;

namespace Piton.Web.Models;

/// <summary>Why a conversion was not the usual one, in English, which is the name of its text.</summary>
public static class ReasonLabel
{
    public static string Label(this ConversionReason reason) => reason switch
    {
        ConversionReason.AlreadyWebp => "It was WebP already, and was not compressed a second time.",
        ConversionReason.WouldGrow => "As WebP it would have been larger.",
        ConversionReason.QualityLowered => "The quality was lowered so that it is no larger than before.",
        ConversionReason.LargerThanSource => "It was compressed so well before that WebP is larger at any quality that is good enough.",
        ConversionReason.StillOfAnimation => "It moves. Of this format Piton keeps one still picture; upload it as GIF or animated WebP to keep all.",
        ConversionReason.AnimationTooLong => "The animation is long, so some smaller sizes show its first frame alone.",
    };
}
