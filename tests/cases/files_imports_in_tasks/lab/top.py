from .deep import DEPTH

HEIGHT = 100


def grown(height, storeys):
    return height + DEPTH * storeys
