PREFIX = "tool"


def title(*words):
    return " ".join(map(str, [PREFIX, *words]))
