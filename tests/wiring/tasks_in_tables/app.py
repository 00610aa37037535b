"""Tasks in a table: the loop over data sets stays, that over tasks is written out."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def load(name):
    return [len(name), 2, 3]


@workflow
def knn(data, k):
    return sum(data) + k


@workflow
def svm(data, c=1.0, kernel="rbf"):
    return sum(data) * c, kernel


@workflow
def forest(data, trees):
    return max(data) * trees


MODELS = [
    ("knn", knn, {"k": 3}),
    ("svm", svm, {"c": 0.5}),
    ("forest", forest, {"trees": 10}),
]


@workflow
def report(*scores):
    return list(scores)


scores = []
for dataset in ("moons", "rings"):
    data = load(dataset).set_name(f"{dataset} data")
    for name, model, params in MODELS:
        scores.append(model(data, **params).set_name(f"{dataset} {name}"))
flow = RayWorkflow(report(*scores), workflow_name="models")
flow.query(".* data").set_remote_args({"num_cpus": 0.5})
print(flow.run())
