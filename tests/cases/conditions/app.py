"""Conditions on known values are decided when the app is compiled."""

from ffc import RayWorkflow, task

METHOD = "simpson"
steps = 4
CHECK = True and steps > 2


@task
def trapezoid(a, b, n):
    h = (b - a) / n
    return h * (sum((a + k * h) ** 2 for k in range(1, n)) + (a * a + b * b) / 2)


@task
def simpson(a, b, n):
    h = (b - a) / n
    odd = sum((a + k * h) ** 2 for k in range(1, n, 2))
    even = sum((a + k * h) ** 2 for k in range(2, n, 2))
    return h / 3 * (a * a + b * b + 4 * odd + 2 * even)


@task
def difference(a, b):
    return abs(a - b)


def integral(method, n):
    if method == "simpson":
        return simpson(0, 3, n)
    elif method == "trapezoid":
        return trapezoid(0, 3, n)
    return None


area = integral(METHOD, steps)
other = integral("trapezoid" if METHOD == "simpson" else "simpson", steps)
leaves = [area]
if CHECK:
    # How far the other method is off.
    leaves.append(difference(area, other))
else:
    print("not checked")
if integral("guess", 1) is None:
    print("no guess")

print(RayWorkflow(*leaves, workflow_name="integral").run())
