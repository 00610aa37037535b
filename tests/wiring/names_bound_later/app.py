"""Containers with nodes hold what names meant when they were written."""

from ffc import RayWorkflow, task


@task
def weigh(fruit):
    return len(fruit)


@task
def label(values):
    return f"{values}"


baskets = {}
for fruit in ("fig", "plum"):
    baskets.setdefault(fruit, []).append(weigh(fruit))
tag = "small"
first = label([[tag], weigh("pear")])
second = label(values=(last := baskets))
tag = RayWorkflow(first, workflow_name="first").run()
fruit = None
print(tag, *RayWorkflow(first, second, workflow_name="both").run())
