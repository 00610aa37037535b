"""Stored nodes in loops that ffc knows, and in others; a run in each pass."""

import argparse
import tempfile

from ffc import RayWorkflow, storage_factory, task


@task
def load(kind, size):
    return [len(kind)] * size


@task
def fit(values, rate):
    return sum(values) * rate


@task
def best(scores):
    return max(scores)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--days", type=int, default=2)
    args = parser.parse_args()
    storage = storage_factory({"kind": "file", "options": {"path": tempfile.mkdtemp()}})

    models = []
    for kind in ["moons", "circles"]:
        points = load(kind, 3).set_name(f"{kind} data")
        for name, rate in [("slow", 0.5), ("fast", 2.0)]:
            models.append(fit(points, rate).set_name(f"{kind}, {name}"))
    top = best(models).set_name("best")
    flow = RayWorkflow(top, *models, workflow_name="grid")
    flow.set_storage(storage)
    print(flow.run(return_results=True, max_pending_tasks=2))

    for day in range(args.days):
        points = load("x" * day, day + 1).set_name(f"day {day}")
        daily = RayWorkflow(fit(points, 10).set_name(f"fit {day}"), workflow_name="days")
        daily.set_storage(storage)
        print(day, daily.run(return_results=True))

    nodes = [load("y", n).set_name(f"n {n}") for n in range(args.days + 1)]
    last = RayWorkflow(*nodes, workflow_name="last")
    last.set_storage(storage)
    print(last.run(return_results=True))
    for workflow in ["grid", "days", "last"]:
        print(storage.list_tasks(workflow, "*"))


main()
