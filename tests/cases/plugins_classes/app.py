"""Plugins of objects: before they are made, and before a call."""
# warns: FFC606
# warns: FFC606

import random

from ffc import InitializerPlugin, RandomStatePlugin, RayWorkflow, workflow

random.seed(3)


@workflow
class Dice:
    def __init__(self, sides, seed=0):
        self.sides = sides
        self.first = random.randint(1, sides)

    def roll(self, times=1, seed=None):
        return [random.randint(1, self.sides) for _ in range(times)]

    def roll_prepared(self):
        return self.first, type(self).__name__


@workflow
def most(*rolls):
    return max(max(one) for one in rolls)


seeded = RandomStatePlugin(1, 3, 1, random.seed)
small, large = Dice(6, seed=4).set_name("small"), Dice(20).set_name("large")
first = small.roll(2).set_name("first")
second = small.roll(times=3, seed=1).set_name("second")
third = large.roll().set_name("third")
firsts = [small.roll_prepared(), large.roll_prepared()]
flow = RayWorkflow(most(first, second, third), *firsts, workflow_name="dice")
flow.query("small|first").set_plugins(seeded)
flow.query("second|third|large").set_plugins(InitializerPlugin(lambda: random.seed(5)))
print(flow.run())
