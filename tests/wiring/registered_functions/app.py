"""Wiring functions that a decorator of the user's puts into a registry, in order."""

from ffc import RayWorkflow, task

CHECKS = {}


def check(name, *, weight=1):
    """Registers a function that makes the node of a check."""

    def register(function):
        CHECKS[name] = (function, weight)
        return function

    return register


@task
def table(rows):
    return [{"id": k, "value": (k * 7) % 5 or None} for k in range(rows)]


@task
def missing(rows, column):
    return sum(row[column] is None for row in rows)


@task
def repeated(rows, column):
    values = [row[column] for row in rows]
    return len(values) - len(set(values))


@task
def verdict(names, weights, results):
    marks = zip(names, weights, results, strict=True)
    return [f"{name} {weight * result}" for name, weight, result in marks]


@check("missing values", weight=3)
def check_missing(rows):
    return missing(rows, "value")


@check("repeated ids")
def check_ids(rows):
    return repeated(rows, column="id")


@check("repeated values", weight=2)
def check_values(rows):
    return repeated(rows, "value")


rows = table(11)
results = [make(rows).set_name(name) for name, (make, _) in CHECKS.items()]
weights = [weight for _, weight in CHECKS.values()]
flow = RayWorkflow(verdict(list(CHECKS), weights, results), workflow_name="checks")
flow.query("repeated .*").set_remote_args({"num_cpus": 0.5})
print(len(CHECKS), check_ids.__name__)
print(flow.run())
