using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Piton.Web.Models;

/// <summary>Carries a <see cref="Notice"/> over a redirect.</summary>
public static class Notices
{
    private const string TextKey = "notice";
    private const string UndoKey = "notice-undo";
    private const string LinkKey = "notice-link";

    /// <summary>Sends the browser on to another page (303), which then shows <paramref name="notice"/>.</summary>
    /// <param name="controller">Whose action was done.</param>
    /// <param name="path">An absolute path of ASCII letters.</param>
    /// <param name="notice">What the page says.</param>
    public static IActionResult SeeOther(this Controller controller, string path, Notice notice)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ArgumentNullException.ThrowIfNull(notice);
        controller.TempData[TextKey] = notice.Text;
        controller.TempData[UndoKey] = notice.UndoPath;
        controller.TempData[LinkKey] = notice.LinkPath;
        return controller.SeeOther(path);
    }

    /// <summary>Sends the browser on to another page (303).</summary>
    public static IActionResult SeeOther(this Controller controller, string path)
    {
        ArgumentNullException.ThrowIfNull(controller);
        controller.Response.Headers.Location = path;
        return controller.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>The notice that waits; null where none does. It is gone after this page.</summary>
    public static Notice? TakeNotice(this ITempDataDictionary tempData)
    {
        ArgumentNullException.ThrowIfNull(tempData);
        return tempData[TextKey] is string text ? new Notice(text, tempData[UndoKey] as string, tempData[LinkKey] as string) : null;
    }
}
