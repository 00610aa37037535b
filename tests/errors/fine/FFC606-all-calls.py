import random

from ffc import InitializerPlugin, RayWorkflow, task


@task
class Dice:
    def roll(self, n):
        return random.randint(1, n)


dice = Dice()
flow = RayWorkflow(dice.roll(6), dice.roll(6).set_name("last"), workflow_name="w")
flow.query("last").set_plugins(InitializerPlugin(random.seed))
flow.query().set_plugins(InitializerPlugin(random.seed))
print(flow.run())
