"""Named tuples as rows of a configuration, of both kinds."""

from collections import namedtuple
from typing import NamedTuple

from ffc import RayWorkflow, task


class Reaction(NamedTuple):
    name: str
    barrier: float
    steps: int = 2

    def label(self, step):
        return f"{self.name}, step {step} of {self.steps}"


Solvent = namedtuple("Solvent", "name polarity", defaults=[1.0])

REACTIONS = [
    Reaction("ester", 62.5),
    Reaction("aldol", barrier=71.0, steps=3),
    Reaction("decay", 12.0)._replace(steps=1),
]
SOLVENTS = [Solvent("water", 10.2), Solvent("hexane")]


@task
def simulate(before, barrier, polarity):
    return round(before + barrier / polarity, 2)


@task
def ranking(names, values):
    return sorted(zip(values, names, strict=True))


ends, names = [], []
for reaction in REACTIONS:
    for solvent in SOLVENTS:
        name, polarity = solvent
        state = 0
        for step in range(1, reaction.steps + 1):
            state = simulate(state, reaction.barrier, polarity)
            state.set_name(f"{reaction.label(step)} in {name}")
        ends.append(state)
        names.append(f"{reaction[0]} in {solvent.name}")

longest = max(REACTIONS, key=lambda reaction: reaction.steps)
flow = RayWorkflow(ranking(names, ends), workflow_name="reactions")
flow.query(f"{longest.name}, .* in water").set_remote_args({"num_cpus": 0.5})
print(len(flow.find_nodes()), Reaction._fields, SOLVENTS[1]._asdict())
print(*flow.run(), sep="\n")
