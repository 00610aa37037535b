"""Sales, as they come from the tills."""

REGIONS = ("north", "south", "west")

_PRICES = {"tea": 4, "coffee": 6, "cocoa": 5}


def orders(region, days):
    """Pairs of a product and a number, the same each time."""
    names = sorted(_PRICES)
    start = REGIONS.index(region)
    return [(names[(start + day) % 3], 1 + (start * day) % 4) for day in range(days)]


def worth(order):
    """What an order has brought in."""
    product, number = order
    return _PRICES[product] * number
