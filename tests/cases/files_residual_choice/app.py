"""Which module is used, only the run decides."""

import os

from ffc import RayWorkflow, task

if os.environ.get("CASE_IS_LOUD"):
    from loud import greeting
else:
    from quiet import greeting


@task
def greet(name):
    return greeting(name)


@task
def repeated(text, count):
    return text * count


nodes = [greet("you")]
if os.environ.get("CASE_IS_SHORT"):
    from loud import COUNT

    nodes.append(repeated("short", COUNT))
else:
    from quiet import COUNT

    nodes.append(repeated("long", COUNT))

print(RayWorkflow(*nodes, workflow_name="greetings").run())
