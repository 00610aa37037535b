import even
from ffc import task


@task
def minus_one(number):
    return number - 1


def is_odd(number):
    return number != even.SMALLEST and even.is_even(number - 1)


def rest(node, number):
    if number % 2 == 0:
        return even.half(node).set_name(f"half of {number}")
    return minus_one(node).set_name(f"one less than {number}")
