"""A constant given to a function that makes nodes, and asked for its members there."""

from ffc import RayWorkflow, task


@task
def shift(value, bits):
    return value << bits


def widened(number, word):
    return shift(number, number.bit_length() + len(word.strip()))


wide = widened(5, " ab ")
print(RayWorkflow(wide, workflow_name="wide").run())
