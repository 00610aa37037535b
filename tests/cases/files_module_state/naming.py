"""Names that are given once."""

PREFIX = "early"
count = 0
nodes = []


def fresh(kind):
    global count
    count += 1
    return f"{PREFIX} {kind} {count}"


def collect(node):
    nodes.append(node)
    return node
