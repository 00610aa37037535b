import random

from ffc import InitializerPlugin, RayWorkflow, task


@task
class Dice:
    def roll(self, n):
        return random.randint(1, n)


def prepare():
    random.seed(1)


dice = Dice()
first = dice.roll(6).set_name("first")
second = dice.roll(6)
flow = RayWorkflow(first, second, workflow_name="w")
flow.query("first").set_plugins(InitializerPlugin(prepare))
print(flow.run())
