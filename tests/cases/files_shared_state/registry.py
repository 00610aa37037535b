"""Checks, in the order in which they were registered."""

CHECKS = {}
OPTIONS = {"strict": False}


def register(name, make):
    CHECKS[name] = make
    OPTIONS[name] = len(CHECKS)


def names():
    return sorted(CHECKS)
