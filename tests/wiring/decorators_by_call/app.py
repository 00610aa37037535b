"""Tasks made by calling the decorator: of lambdas, of plain functions, of classes."""

import math

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


def area(radius):
    """The area of a disk."""
    return round(math.pi * radius**2, 2)


def volume(radius, height=1):
    return round(area(radius) * height, 2)


class Stock:
    def __init__(self, amount):
        self.amount = amount

    def take(self, part):
        self.amount = round(self.amount - part, 2)
        return self.amount


area_of = workflow(area)
volume_of = workflow(volume)
double = workflow(lambda x: 2 * x)
joined = workflow(lambda *parts, sep=" ": sep.join(map(str, parts)))
Steel = workflow(Stock)

disks = [area_of(radius).set_name(f"disk {radius}") for radius in (1, 2, 3)]
tube = volume_of(2, height=area(1)).set_name("tube")
steel = Steel(1000)
left = [steel.take(part) for part in [*disks, double(tube).set_name("twice")]]
text = joined(*left, sep=" > ")

flow = RayWorkflow(text, tube, workflow_name="steel")
flow.query("disk [23]").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes("disk .*")])
print(flow.run(return_results=True), area(1), Stock(3).take(1))
