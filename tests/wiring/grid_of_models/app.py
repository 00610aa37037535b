"""Models over data sets: names by f-strings; patterns for all, for some, for one."""

import math

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

SIZE = 24


@workflow
def make_moons(size, noise):
    points = []
    for k in range(size):
        angle = math.pi * (k * 5 % size) / size
        shift = noise * (k % 7 - 3)
        points.append((math.cos(angle) + shift, math.sin(angle), 0))
        points.append((1 - math.cos(angle), 0.5 - math.sin(angle) + shift, 1))
    return points[9:], points[:9]


@workflow
def make_circles(size, factor):
    points = []
    for k in range(size):
        angle = 2 * math.pi * k / size
        points.append((math.cos(angle), math.sin(angle), 0))
        points.append((factor * math.cos(angle), factor * math.sin(angle), 1))
    return points[: size - 3], points[size - 3 :]


@workflow
def nearest(points, count):
    """A nearest-neighbour model is its points."""
    return {"points": points, "count": count}


@workflow
def score(model, points):
    right = 0
    for x, y, label in points:
        ranked = sorted((math.hypot(x - a, y - b), other) for a, b, other in model["points"])
        votes = [other for _, other in ranked[: model["count"]]]
        right += (2 * sum(votes) > len(votes)) == bool(label)
    return round(right / len(points), 3)


names = ["one neighbour", "three neighbours", "nine neighbours"]
counts = [1, 3, 9]

datasets = {
    "moons": make_moons(SIZE, noise=0.25).set_name("moons_samples"),
    "circles": make_circles(SIZE, factor=0.5).set_name("circles_samples"),
}

scores = []
for dataset_name, dataset in datasets.items():
    train, test = dataset[0], dataset[1]
    for name, count in zip(names, counts, strict=True):
        model = nearest(train, count).set_name(f"{dataset_name}, {name}-model")
        result = score(model, test).set_name(f"{dataset_name}, {name}-score")
        scores.append(result)

flow = RayWorkflow(*scores, workflow_name="classifiers")
flow.query().set_remote_args({"num_cpus": 0.5})
flow.query("^.*model$").set_remote_args({"num_cpus": 1})
flow.query("moons, .*-score").set_remote_args({"max_retries": 1})
flow.query("circles, nine neighbours-model").set_remote_args({"num_cpus": 2})
print(len(flow.find_nodes(".*samples")), len(flow.find_nodes("moons.*")))

values = iter(flow.run(return_results=True))
for dataset_name in datasets:
    for name in names:
        print(f"{dataset_name:8} {name:17} {next(values)}")
