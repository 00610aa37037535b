def square(size):
    return size**2
