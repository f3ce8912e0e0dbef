namespace Piton.Web.Models;

/// <summary>Names the resources <c>Resources/Models/ApiTexts.*.resx</c>: what the description of the API says, under its English wording.</summary>
public sealed class ApiTexts;
