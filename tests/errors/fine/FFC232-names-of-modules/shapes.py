PI = 3.14


def square(size):
    return size**2


def circle(size):
    return PI * size**2
