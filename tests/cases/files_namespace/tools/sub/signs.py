SIGN = -1


def negative(number):
    return SIGN * number
