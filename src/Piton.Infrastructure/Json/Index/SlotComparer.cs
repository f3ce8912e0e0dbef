using Piton.Domain.Images;

namespace Piton.Infrastructure.Json.Index;

/// <summary>Which of two slots comes first in an order.</summary>
internal sealed class SlotComparer(IndexRows rows, ImageSort sort) : IComparer<int>
{
    private readonly (OrderKind Kind, bool IsDescending) _order = Listing.OrderOf(sort);

    public int Compare(int x, int y)
    {
        var order = OrderKey.Of(rows, _order.Kind, x).CompareTo(OrderKey.Of(rows, _order.Kind, y));
        return _order.IsDescending ? -order : order;
    }
}
