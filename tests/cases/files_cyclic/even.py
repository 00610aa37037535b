import odd
from ffc import task

SMALLEST = 0


@task
def half(number):
    return number // 2


def is_even(number):
    return True if number == SMALLEST else odd.is_odd(number - 1)


def halves(number):
    """Nodes that halve as long as the number is even."""
    node = half(number).set_name(f"half of {number}")
    return odd.rest(node, number // 2)
