using Piton.Domain.Access;
using Piton.Domain.Images;

namespace Piton.Application.Accounts;

/// <summary>What others call those to whom images belong.</summary>
public sealed class OwnerNames(IAccountCatalog accounts)
{
    /// <summary>The name of each owner of some images; an account that is gone has none.</summary>
    public async Task<IReadOnlyDictionary<AccountId, string>> OfAsync(IEnumerable<Image> images, CancellationToken cancellationToken)
    {
        var names = new Dictionary<AccountId, string>();
        foreach (var owner in images.Select(image => image.Owner).OfType<AccountId>().Distinct())
        {
            if (await accounts.GetAsync(owner, cancellationToken) is { } account)
            {
                names.Add(owner, account.Name);
            }
        }

        return names;
    }
}
