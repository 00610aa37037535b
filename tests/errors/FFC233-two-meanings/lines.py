def joined(values):
    return "\n".join(map(str, values))
