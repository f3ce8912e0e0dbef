using System.Text;
using QRCoder;

namespace Piton.Web.Models.Accounts;

/// <summary>The secret of the second factor, as apps take it.</summary>
public sealed class AuthenticatorLink
{
    private const int GroupLength = 4;

    /// <param name="email">By which the app tells it from others.</param>
    /// <param name="key">In Base32.</param>
    public AuthenticatorLink(string email, string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var address = $"otpauth://totp/Piton:{Uri.EscapeDataString(email)}?secret={key}&issuer=Piton";
        using var codes = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var drawing = new SvgQRCode(codes);
        Picture = $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(drawing.GetGraphic(4)))}";
        SpacedKey = string.Join(' ', key.Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>The address of a QR code of it.</summary>
    public string Picture { get; }

    /// <summary>To be typed.</summary>
    public string SpacedKey { get; }
}
