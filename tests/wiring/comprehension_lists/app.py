"""List comprehensions that make nodes: nested, with conditions, over each other."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

ATOMS = ["H", "He", "Li", "Be", "B"]


@workflow
def charge(atom, number):
    return {"atom": atom, "charge": number}


@workflow
def repulsion(one, other, distance):
    return round(one["charge"] * other["charge"] / distance, 2)


@workflow
def total(values):
    return round(sum(values), 2)


@workflow
def table(rows):
    return "\n".join(" ".join(f"{value:6}" for value in row) for row in rows)


charges = [charge(atom, number).set_name(atom) for number, atom in enumerate(ATOMS, start=1)]
light = [node for node in charges if len(node.get_name()) == 1]

pairs = [
    repulsion(charges[i], charges[j], j - i).set_name(f"{ATOMS[i]}-{ATOMS[j]}")
    for i in range(len(ATOMS))
    for j in range(i + 1, len(ATOMS))
    if (i + j) % 2
]
square = [[repulsion(a, b, 1 + 2 * k) for k, b in enumerate(light)] for a in light]

flow = RayWorkflow(total(pairs), table(square), workflow_name="repulsion")
flow.query("H-.*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in pairs], len(light))
print(*flow.run(return_results=True), sep="\n")
