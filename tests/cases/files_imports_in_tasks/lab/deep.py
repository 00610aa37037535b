DEPTH = 5


def named(size):
    return f"{size} in {DEPTH}"
