"""Loops that are written out, with their variables in strings of the driver."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def show(value, *more):
    return value, len(more)


def main():
    shown = {}
    for part in ("it's", "plain"):
        node = show(part)
        shown[f"{part} {part!r}"] = node.set_name(f"{part} {part!r:>9}")
        if part == "plain":
            shown[f"{part}"] = show(2).set_name(f"{{{part}}}")
        for name in os.environ.get("FFC_NOT_SET", "a b").split():
            shown[f"{part} of {name}, {part.upper()}"] = show(name, node).set_name(f"{part} {name}")
    flow = RayWorkflow(*shown.values(), workflow_name="texts")
    flow.query("(it's|.*plain).*").set_remote_args({"num_cpus": 0.5})
    print(dict(zip(shown, flow.run(), strict=True)))


main()
