"""Functions that make nodes and keep track in globals: a counter, a list, a dict."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

count = 0
leaves = []
by_kind = {"rock": [], "core": []}


@workflow
def assay(kind, number):
    return f"{kind}{number}"


@workflow
def report(title, assays):
    return f"{title}: {' '.join(assays)}"


def add(kind):
    global count
    count += 1
    node = assay(kind, count).set_name(f"{kind} {count}")
    by_kind[kind].append(node)
    return node


def close(kind):
    """The assays of a kind so far; the next ones are others."""
    global by_kind
    leaves.append(report(f"{kind} {count}", by_kind[kind]))
    by_kind = {**by_kind, kind: []}


add("rock")
add("core")
for _ in range(2):
    add("rock")
close("rock")
late = add("rock")
add("core")
close("core")
close("rock")

flow = RayWorkflow(*leaves, late, workflow_name="assays")
flow.query("core [0-9]").set_remote_args({"num_cpus": 0.5})
print(count, [len(nodes) for nodes in by_kind.values()])
print(*flow.run(return_results=True), sep="\n")
