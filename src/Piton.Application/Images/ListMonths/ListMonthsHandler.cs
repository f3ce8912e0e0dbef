using Ardalis.Result;
using MediatR;
using Piton.Application.Images.ListImages;
using Piton.Domain.Images;

namespace Piton.Application.Images.ListMonths;

internal sealed class ListMonthsHandler(IImageListing listing) : IRequestHandler<ListMonthsQuery, Result<IReadOnlyList<ListedMonth>>>
{
    public async Task<Result<IReadOnlyList<ListedMonth>>> Handle(ListMonthsQuery request, CancellationToken cancellationToken)
    {
        if (request.Actor.ScopeOf(request.Whose) is not { } scope)
        {
            return Result.Forbidden();
        }

        var sort = ImageSorts.FromName(request.Sort) ?? ImageSort.Newest;
        var months = await listing.MonthsAsync(scope, request.Search, cancellationToken);
        return months.Select(month => new ListedMonth(month, CatalogCursor.AtMonth(month.Month, sort))).ToArray();
    }
}
