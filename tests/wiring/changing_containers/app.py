"""Containers that change between nodes: a set, and a list that is emptied."""

import os

from ffc import RayWorkflow, task


@task
def add(word, number):
    return f"{word} {number}"


@task
def show(value):
    return f"<{value}>"


seen, unique = set(), []
for word in ["red", "blue", "moons"]:
    seen.add(word)
    unique.append(add(word, len(seen)).set_name(f"add {word}"))

waiting = [add("first", 1), add("second", 2)]
for word in os.environ.get("WORDS", "x y").split():
    last = show(word)
first = waiting.pop(0)
rest = {"one": waiting[0]}
print(RayWorkflow(first, last, *rest.values(), *unique, workflow_name="all").run())
