from ffc import task


def area(width, height):
    return width * height


@task
def square(side):
    return area(side, side)


@task
def triangle(width, height):
    return area(width, height) / 2
