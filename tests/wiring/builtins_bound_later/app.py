"""Builtins that are used before the app binds their names, and while it does."""

import functools
import os
from ffc import RayWorkflow, task


@task
def f(x):
    return x


def build(n):
    list = [f(n)]
    return list


print("hi")
print = functools.partial(print, flush=True)
n = sorted(list(os.environ.get("A", "abc")))
nodes = build(n)
print(RayWorkflow(*nodes, workflow_name="x").run())
