from cells import START


def rate(size):
    return START / size
