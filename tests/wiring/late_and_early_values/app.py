"""What lambdas, defaults and lists in dicts hold: then, or by then."""

from functools import partial

from ffc import RayWorkflow, task


@task
def load(name, *more):
    return [name, *more]


made = [make("late") for make in [lambda name: load(name, part) for part in (2, 1)]]
for rate in (1, 2):

    @task
    def scaled(value, rate=rate):
        return [*value, rate]

    made.append(scaled(made[0]).set_name(f"rate {rate}"))
rows = {}
rows.setdefault("a", []).append(1)
made.append(load("rows", *rows.values()))
twice = partial(partial(load, "partial", 1), 2)
made.append(twice(3))
print(*RayWorkflow(*made, workflow_name="values").run(), rows)
