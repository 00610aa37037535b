print("texts is imported")


def joined(values):
    return ", ".join(map(str, values))
