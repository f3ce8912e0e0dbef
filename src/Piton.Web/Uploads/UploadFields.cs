using Piton.Application.Images.UploadImage;

namespace Piton.Web.Uploads;

/// <summary>The text fields of an upload, as they arrive between the files.</summary>
internal sealed class UploadFields(UploadForm form)
{
    private readonly List<string> _names = [];
    private string? _alt;
    private string? _visibility;

    /// <summary>Takes in a field; one that the form does not have is passed over.</summary>
    public void Add(string field, string value)
    {
        if (field == form.Name)
        {
            _names.Add(value);
        }
        else if (field == form.Alt)
        {
            _alt = value;
        }
        else if (field == form.Visibility)
        {
            _visibility = value;
        }
    }

    /// <param name="index">The number of the file among the files, from 0.</param>
    public UploadDetails DetailsOf(int index) => new(_names.ElementAtOrDefault(index), _alt, _visibility);
}
