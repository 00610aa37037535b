from ffc import task

STEPS = 3


def crossing(a, b, number):
    return (a * b + number) / (a + b)


@task
def root(number, steps):
    a, b = 1, number
    for _ in range(steps):
        a, b = b, crossing(a, b, number)
    return round(b, 4)


@task
def described(name):
    return f"{name}: two points, {STEPS} steps"
