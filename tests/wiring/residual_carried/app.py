"""A state that goes from pass to pass of a residual loop, from node to node."""

import json
import os
import tempfile

from ffc import RayWorkflow, task

folder = tempfile.mkdtemp()
path = os.path.join(folder, "moves.json")
with open(path, "w") as file:
    json.dump([["north", 3], ["east", 2], ["north", -1], ["west", 7]], file)


@task
def start(x=0, y=0):
    return {"x": x, "y": y, "path": []}


@task
def move(state, direction, steps):
    dx, dy = {"north": (0, 1), "east": (1, 0), "west": (-1, 0)}[direction]
    x, y = state["x"] + dx * steps, state["y"] + dy * steps
    return {"x": x, "y": y, "path": [*state["path"], (x, y)]}


@task
def distance(one, other):
    return abs(one["x"] - other["x"]) + abs(one["y"] - other["y"])


with open(path) as file:
    moves = json.load(file)

origin = start()
state = origin
before = origin
for number, (direction, steps) in enumerate(moves):
    before = state
    state = move(state, direction, steps).set_name(f"{number} {direction}")

flow = RayWorkflow(state, distance(state, origin), distance(before, state), workflow_name="walk")
flow.query(". north").set_remote_args({"num_cpus": 0.5})
result, far, last = flow.run()
print(result["path"], far, last)
os.remove(path)
os.rmdir(folder)
