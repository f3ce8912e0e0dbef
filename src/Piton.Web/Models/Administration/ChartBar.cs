using Piton.Domain.Images;

namespace Piton.Web.Models.Administration;

/// <summary>One bar of a chart, in the units of the drawing.</summary>
/// <param name="Day">What it stands for.</param>
/// <param name="X">Its left edge.</param>
/// <param name="Y">Its upper edge.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
public sealed record ChartBar(DayCount Day, string X, string Y, string Width, string Height);
