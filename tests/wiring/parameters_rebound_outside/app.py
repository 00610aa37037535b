"""Parameters keep what they were given when the variable behind it is bound again."""

import os
from ffc import RayWorkflow, task


@task
def load(name, n=0):
    return [name, n]


n = 1
made = []


def build(k):
    global n
    n = 30
    print(k)
    return load(k).set_name(f"n{k}")


made.append(build(n))
n = int(os.environ.get("NO", "5"))
made.append(build(n))
print(*RayWorkflow(*made, workflow_name="w").run())
