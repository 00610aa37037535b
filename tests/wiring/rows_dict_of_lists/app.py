"""Nodes collected in a dict of lists, by a key of the row; used list by list."""

from collections import defaultdict

from ffc import RayWorkflow, task

SAMPLES = [
    ("s1", "soil", 3),
    ("s2", "water", 5),
    ("s3", "soil", 4),
    ("s4", "air", 2),
    ("s5", "water", 1),
    ("s6", "soil", 7),
]


@task
def analyse(sample, amount):
    return f"{sample}*{amount}"


@task
def pooled(kind, results):
    return f"{kind}: {' '.join(results)}"


by_kind = {}
by_size = defaultdict(list)
for sample, kind, amount in SAMPLES:
    node = analyse(sample, amount).set_name(sample)
    if kind not in by_kind:
        by_kind[kind] = []
    by_kind[kind].append(node)
    by_size["large" if amount > 3 else "small"].append(node)

pools = [pooled(kind, nodes).set_name(kind) for kind, nodes in by_kind.items()]
for size in sorted(by_size):
    pools.append(pooled(size, by_size[size]).set_name(f"{size} ones"))
first = [nodes[0] for nodes in by_kind.values()]
pools.append(pooled("first", first))

flow = RayWorkflow(*pools, workflow_name="pools")
flow.query("s[1-3]").set_remote_args({"num_cpus": 0.5})
print({kind: len(nodes) for kind, nodes in by_kind.items()})
print(*flow.run(), sep="\n")
