"""Models over datasets."""

import random

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

DATASETS = {
    "moons": {"noise": 0.3, "seed": 0},
    "circles": {"noise": 0.2, "seed": 1},
    "linear": {"noise": 0.1, "seed": 2},
}
MODELS = [
    ("tree", {"depth": 5}),
    ("knn", {"k": 3}),
    ("svm", {"gamma": 2, "C": 1}),
]


@workflow
def make(name, noise, seed):
    numbers = random.Random(seed)
    data = [numbers.random() + noise for _ in range(10)]
    return data[:5], data[5:]


@workflow
def fit(train, name, **parameters):
    return name, sum(train), sorted(parameters.items())


@workflow
def score(model, test):
    return model, sum(test)


@workflow
def summary(scores):
    return sorted(scores)


def build(datasets, models):
    scores = []
    for dataset_name, settings in datasets.items():
        dataset = make(dataset_name, **settings).set_name(f"{dataset_name} dataset")
        train, test = dataset[0], dataset[1]
        for model_name, parameters in models:
            model = fit(train, model_name, **parameters).set_name(
                f"{dataset_name}, {model_name}-model"
            )
            scores.append(score(model, test).set_name(f"{dataset_name}, {model_name}-score"))
    return summary(scores)


best = build(DATASETS, MODELS)
flow = RayWorkflow(best, workflow_name="classifiers")
flow.query(".*-model").set_remote_args({"num_cpus": 1})
flow.query("moons, svm-model").set_remote_args({"num_cpus": 2})
for row in flow.run(return_results=True):
    print(row)
