"""The tasks."""

import math

from ffc import task
from settings import DIGITS


def rounded(value):
    """To the digits of the settings."""
    return round(value, DIGITS)


@task
def decay(state, rate):
    return rounded(state * math.exp(-rate))


@task
def total(values):
    # The sum of all.
    return rounded(sum(values))


@task
def unused(values):
    return values
