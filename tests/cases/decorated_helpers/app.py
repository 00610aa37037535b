"""The user's own decorators on helpers, on tasks above and below `@workflow`'s."""

import functools
import math

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


def rounded(digits):
    """Rounds what the function returns."""

    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            return round(function(*args, **kwargs), digits)

        return wrapper

    return decorate


def checked(function):
    @functools.wraps(function)
    def wrapper(x, **options):
        if x < 0:
            raise ValueError(x)
        return function(x, **options)

    return wrapper


@checked
def factorial(n):
    return n * factorial(n - 1) if n else 1


@checked
def root(x):
    return math.sqrt(x)


@workflow
@rounded(3)
@checked
def exponential(x, terms=12):
    """A few terms of the series."""
    return sum(x**n / factorial(n) for n in range(terms))


# The square root, rounded.
@workflow
@rounded(digits=2)
def rooted(x):
    return root(x)


flow = RayWorkflow(rooted(exponential(1)), exponential(2, terms=4), workflow_name="series")
print(flow.run(return_results=True))
print(root(16), factorial(5))
