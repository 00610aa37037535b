from ffc import task

PI = 3.14159


def area(radius):
    return PI * radius**2


@task
def circle(radius, digits):
    return round(area(radius), digits)
