def joined(values):
    return ", ".join(map(str, values))
