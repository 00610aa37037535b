"""Stars in lists, tuples, sets and dicts that hold nodes and constants."""

from ffc import RayWorkflow, task

BASE = {"loss": "l2", "depth": 2}
SEEDS = (1, 2)


@task
def part(name):
    return f"<{name}>"


@task
def assembled(parts, options):
    return f"{' '.join(parts)} {options}"


train = [part(f"train {k}").set_name(f"train {k}") for k in range(3)]
test = (part("test"),)
named = {"a": train[0], "b": test[0]}

everything = [*train, *test, part("extra")]
first, *rest = (*test, *everything[:2])
options = {**BASE, "depth": 5, **{f"seed {seed}": seed for seed in SEEDS}}
nodes = {"head": train[2], **named, "b": train[1]}
keys = sorted({*BASE, *named, "z"})
doubled = [*everything[-1:], *everything[-1:]]

leaves = [
    assembled(everything, options),
    assembled([*rest, first], {**BASE, "loss": "l1"}),
    assembled([*nodes.values()], [*nodes, *SEEDS]),
    assembled(doubled, {"keys": [*keys], **{"nodes": [*named.values()]}}),
]
flow = RayWorkflow(*leaves[:-1], *leaves[-1:], workflow_name="assembly")
flow.query("train [0-9]").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
