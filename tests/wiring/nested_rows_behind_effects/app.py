"""Nested loops over rows, whose nodes must wait for a file that is written later."""

from collections import namedtuple
from pathlib import Path
from tempfile import gettempdir

from ffc import RayWorkflow, task

Step = namedtuple("Step", "name times")
STEPS = [Step("heat", 2), Step("cool", 1), Step("rest", 3)]
START = Path(gettempdir()) / "nested_rows_behind_effects.txt"


@task
def go(before, name, by):
    start = int(START.read_text()) if before is None else before
    return start + by * len(name)


ends = []
for step in STEPS:
    for by in (1, 10):
        state = None
        for number in range(step.times):
            state = go(state, step.name, by).set_name(f"{step.name} {number} by {by}")
        ends.append(state)

START.write_text("100")
print(RayWorkflow(*ends, workflow_name="steps").run())
START.unlink()
