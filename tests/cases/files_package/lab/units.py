"""Units, and how to show them."""

CENTI = 0.01
MICRO_TO_NANO = 1000


def to_nanometres(micrometres):
    return f"{micrometres * MICRO_TO_NANO:.0f} nm"


def percent(share):
    return f"{100 * share:.1f}%"
