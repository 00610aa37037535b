"""Objects that loops make, and loops of their calls, with plugins."""

import random

from ffc import RandomStatePlugin, RayWorkflow, workflow

@workflow
class Dice:
    def __init__(self, sides):
        self.sides = sides
        self.first = random.randint(1, sides)
    def roll(self, n):
        return self.first, [random.randint(1, self.sides) for _ in range(n)]

rolls = []
for sides in (6, 20, 100):
    dice = Dice(sides).set_name(f"dice {sides}")
    rolls.append(dice.roll(2).set_name(f"roll {sides}"))
flow = RayWorkflow(*rolls, workflow_name="w")
flow.query("dice .*").set_plugins(RandomStatePlugin(1, 2, 1, random.seed))
flow.query("roll .*").set_plugins(RandomStatePlugin(11, 12, 11, random.seed))
print(flow.run())
one = Dice(9)
more = [one.roll(n) for n in range(4)]
flow = RayWorkflow(*more, workflow_name="w")
flow.query().set_plugins(RandomStatePlugin(1, 2, 1, random.seed))
print(flow.run())
