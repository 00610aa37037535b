"""Cases of a `match` that only the driver decides."""

import os

from ffc import RayWorkflow, task


@task
def load(name, count=1):
    return name * count


@task
def joined(parts):
    return "".join(parts)


nodes = [load("x")]
words = os.environ.get("WORDS", "a,2 b c,d,5").split()
for word in words:
    match word.split(","):
        case ["a", number]:
            node = load("a", int(number))
        case [name]:
            node = load(name)
        case [name, *_] if len(name) > 1:
            continue
        case _:
            pass
    nodes.append(node)

match os.environ.get("KIND"):
    case "fast" | "quick":
        leaf = load("fast")
    case None:
        print("none")
        leaf = joined(nodes)
    case kind:
        leaf = load(kind)

print(RayWorkflow(leaf, workflow_name="kinds").run())
