using Piton.Application.Images.UploadImage;

namespace Piton.Web.Uploads;

/// <summary>The text fields of an upload, as they arrive between the files.</summary>
internal sealed class UploadFields(UploadForm form)
{
    private readonly List<string> names = [];
    private string? alt;
    private string? visibility;

    /// <summary>Takes in a field; one that the form does not have is passed over.</summary>
    public void Add(string field, string value)
    {
        if (field == form.Name)
        {
            names.Add(value);
        }
        else if (field == form.Alt)
        {
            alt = value;
        }
        else if (field == form.Visibility)
        {
            visibility = value;
        }
    }

    /// <param name="index">The number of the file among the files, from 0.</param>
    public UploadDetails DetailsOf(int index) => new(names.ElementAtOrDefault(index), alt, visibility);
}
