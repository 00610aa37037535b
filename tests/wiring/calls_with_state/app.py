"""Calls between nodes that change lists, objects and globals."""

import os
from ffc import RayWorkflow, task

seen = []
total = 0


@task
def load(kind, n=0):
    return f"{kind} {n}"


def fresh(kind):
    seen.append(kind)
    return f"{kind} {len(seen)}"


class Counter:
    def __init__(self, start):
        self.count = start

    def up(self, by=1):
        self.count += by
        return self.count


def add(n):
    global total
    total += int(n)
    return total


counter = Counter(5)
a = load("a", counter.count).set_name(fresh("a"))
print(counter.up())
b = load("b", counter.up()).set_name(fresh("b"))
print(seen, counter.count)
if fresh("c") == "c 3":
    b.set_name("third")
c = load("c", [fresh("x"), counter.count])
d = load("d", add(os.environ.get("NO", "3")))
e = load("e", total)
f = load("f", add(2))
print(seen, counter.count, total)
flow = RayWorkflow(a, b, c, d, e, f, workflow_name="w")
print([n.get_name() for n in flow.find_nodes()])
print(*flow.run())
print(seen, counter.count, total)
