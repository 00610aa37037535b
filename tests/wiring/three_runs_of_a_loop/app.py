"""Nodes of a loop of the driver run in three workflows, with those of earlier runs."""

import contextlib
import os

from ffc import RayWorkflow, task

places = os.environ.get("PLACES_TO_SEE", "north south").split()


@task
def base(size):
    return list(range(size))


@task
def observe(place, values):
    return len(place) + sum(values)


@task
class Counter:
    def __init__(self, start):
        self.count = start

    def add(self, number):
        self.count += number
        return self.count


values = base(3)
first = RayWorkflow(values, base(2), workflow_name="first")
print(first.run())
seen = [observe(place, values).set_name(f"observe {place}") for place in places]
counter = Counter(1)
with contextlib.nullcontext(len(places)) as count:
    counted = [counter.add(count + number) for number in range(count)]
second = RayWorkflow(*seen, counter.add(1), workflow_name="second")
results = second.run()
print(results)
third = RayWorkflow(*seen, observe("all", results), workflow_name="third")
print(third.run())
fourth = RayWorkflow(*counted, *seen, workflow_name="fourth")
print(fourth.run())
