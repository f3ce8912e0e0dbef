namespace Piton.Web.Models;

/// <summary>Names the resources <c>Resources/Models/PageTexts.*.resx</c>: the texts of the pages, under their English wording.</summary>
public sealed class PageTexts;
