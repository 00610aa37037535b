"""Decorators from modules, below the one that makes a task."""

import tags
from ffc import RayWorkflow, task
from tags import counted


@task
@counted
def first(number):
    return number


@task
@tags.tagged("second")
def second(number):
    return number


print(RayWorkflow(first(1), second(2), workflow_name="tags").run())
