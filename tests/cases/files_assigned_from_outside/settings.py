RATE = 1
RATES = [1, 2]
LABELS = {}


def doubled():
    return RATE * 2
