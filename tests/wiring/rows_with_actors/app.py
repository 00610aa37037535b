"""Rows that each make an object and call its methods; some share one object."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

TANKS = [("north", 100, 7), ("south", 250, 11), ("west", 80, 3), ("east", 40, 2)]


@workflow
class Tank:
    def __init__(self, level, leak=0):
        self.level, self.leak = level, leak

    def fill(self, amount):
        self.level += amount
        return self.level

    def wait(self, hours):
        self.level -= self.leak * hours
        return {"level": self.level, "hours": hours}


@workflow
class Journal:
    def __init__(self):
        self.lines = []

    def note(self, name, level):
        self.lines.append(f"{name}={level}")
        return len(self.lines)

    def read(self, upto):
        return upto, self.lines


journal = Journal().set_name("journal")
levels = []
for name, level, leak in TANKS:
    tank = Tank(level, leak=leak).set_name(f"tank {name}")
    tank.fill(10)
    state = tank.wait(5)
    levels.append(state["level"])
    count = journal.note(name, state["level"])

flow = RayWorkflow(journal.read(count), *levels, workflow_name="tanks")
flow.query("tank .*").set_remote_args({"num_cpus": 0.1})
flow.query("journal").set_remote_args({"num_cpus": 0})
print(*flow.run(return_results=True), sep="\n")
