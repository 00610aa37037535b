"""Imports that may fail, imports under a condition, imports in tasks."""

import math

from ffc import RayWorkflow, task

try:
    import there_is_no_such_module as fast
except ImportError:
    fast = None

try:
    from statistics import fmean as mean
except ImportError:

    def mean(values):
        return sum(values) / len(values)


if hasattr(math, "lcm"):
    from math import lcm
else:
    lcm = None

try:
    VERSION = fast.__version__
except AttributeError:
    VERSION = "none"


@task
def average(values):
    return fast.mean(values) if fast else mean(values)


@task
def common(values):
    from math import gcd

    return gcd(*values), lcm(*values)


values = [4, 6, 10]
flow = RayWorkflow(average(values), common(values), workflow_name="numbers")
print(flow.run(), VERSION)
