"""Classes that wire, with inheritance: overridden methods, `super()`, attributes."""

from abc import ABC, abstractmethod

from ffc import RayWorkflow, task


@task
def simulate(kind, size, seed):
    return [(k * seed + len(kind)) % 10 for k in range(size)]


@task
def reduced(values, how):
    return {"sum": sum, "max": max, "min": min}[how](values)


class Study(ABC):
    """A study makes nodes from its settings."""

    size = 4
    made = 0

    def __init__(self, seed):
        self.seed = seed
        Study.made += 1
        self.number = Study.made

    @abstractmethod
    def reductions(self):
        """What to compute."""

    @property
    def kind(self):
        return type(self).__name__.lower()

    def data(self):
        return simulate(self.kind, self.size, self.seed).set_name(f"data {self.number}")

    def wire(self):
        data = self.data()
        return [reduced(data, how).set_name(f"{how} {self.number}") for how in self.reductions()]


class Storm(Study):
    def reductions(self):
        return ["max"]


class Flood(Study):
    size = Study.size + 3

    def __init__(self, seed, level):
        super().__init__(seed * level)
        self.level = level

    def reductions(self):
        return ["min", "sum"][: self.level]

    def wire(self):
        return [*super().wire(), reduced([self.level, self.size], "sum")]


studies = [Storm(3), Flood(2, level=2), Storm(seed=7), Flood(1, 1)]
nodes = [node for study in studies for node in study.wire()]
flow = RayWorkflow(*nodes, workflow_name="studies")
flow.query("(min|max) .*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in nodes], Study.made)
print(flow.run())
