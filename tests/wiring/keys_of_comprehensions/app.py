"""Dicts of one node under several keys, beside a comprehension that stays a loop."""

from enum import Enum

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


class Kind(Enum):
    TRAIN = 1
    TEST = 2


@workflow
def load(name):
    return [name]


parts = [load(n) for n, (name, size) in enumerate([("moons", 2), ("a/b", 3)])]
shared = load("shared")
by_color = dict((part, shared) for part in "blue x y a/b".split())
lasting = load("lasting")
by_kind = {kind: lasting for kind in Kind}
print(list(by_color), len(by_kind))
leaves = [*parts, *by_color.values(), *by_kind.values(), by_kind[Kind.TEST]]
print(RayWorkflow(*leaves, workflow_name="all").run(return_results=True))
