"""The app changes the settings of a module, which tasks read."""

import settings
from ffc import RayWorkflow, task

settings.RATE = 3
settings.RATES.append(settings.RATE)
settings.LABELS["x"] = "cross"
kind, settings.PAIR = "late", (2, 3)


@task
def shown(rate):
    return rate, settings.RATE, settings.RATES, settings.LABELS, settings.PAIR


@task
def doubled():
    return settings.doubled()


def main():
    nodes = [shown(rate) for rate in settings.RATES]
    print(kind, settings.RATE, settings.doubled())
    flow = RayWorkflow(*nodes, doubled(), workflow_name="settings")
    print(*flow.run(), sep="\n")


main()
