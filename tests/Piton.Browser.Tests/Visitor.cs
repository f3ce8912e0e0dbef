using Microsoft.Playwright;

namespace Piton.Browser.Tests;

/// <summary>Who looks at Piton, and with what.</summary>
/// <param name="Width">Of the window in CSS pixels. One as narrow as a phone is a phone, with touch and a dense screen.</param>
/// <param name="JavaScript">Whether scripts run.</param>
/// <param name="Dark">Whether the system is dark.</param>
/// <param name="Language">What the browser asks for.</param>
/// <param name="SignedIn">Whether they are signed in, as the administrator.</param>
internal sealed record Visitor(int Width = Visitor.Desktop, bool JavaScript = true, bool Dark = false, string Language = "en-GB", bool SignedIn = true)
{
    public const int Desktop = 1440;
    public const int Tablet = 820;
    public const int Phone = 390;

    public BrowserNewContextOptions Options(Uri address) => new()
    {
        BaseURL = address.ToString(),
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        DeviceScaleFactor = IsPhone ? 2 : 1,
        HasTouch = IsPhone,
        IsMobile = IsPhone,
        JavaScriptEnabled = JavaScript,
        Locale = Language,
        ViewportSize = new ViewportSize { Width = Width, Height = IsPhone ? 844 : 900 },
    };

    private bool IsPhone => Width <= Phone;
}
