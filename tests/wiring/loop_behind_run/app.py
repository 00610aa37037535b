"""Loops between what they take and the run before theirs."""

import os

from ffc import RayWorkflow, task


@task
def sow(field):
    return f"{field} sown"


@task
class Silo:
    def __init__(self):
        self.loads = []

    def fill(self, load):
        self.loads.append(load)
        return len(self.loads)


@task
def water(field, hour):
    return f"{field}, watered at {hour}"


silo = Silo()
north, *others = (sow("north"), sow("south"))
latest = north
rest = others
for load in ["wheat", "rye"]:
    filled = silo.fill(load)
for hour in os.environ.get("HOURS", "6 18").split():
    latest = water(latest, hour)

weather = sow("weather station")
RayWorkflow(weather, workflow_name="farm").run()
print("the weather is there")
print(RayWorkflow(latest, filled, *rest, workflow_name="farm").run())
