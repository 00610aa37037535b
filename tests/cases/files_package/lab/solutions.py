from functionfuse import workflow

from .units import CENTI

LENGTHS = [CENTI, 5 * CENTI]


@workflow
def mix(substance, grams):
    return {"substance": substance, "strength": grams * len(substance)}


@workflow
def absorption(solution, length):
    return round(solution["strength"] * length, 3)
