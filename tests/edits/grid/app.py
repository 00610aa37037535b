"""Compares classifiers on three data sets, and prints a table of their scores."""

from sklearn.datasets import make_circles, make_classification, make_moons
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

from ffc import RayWorkflow, task

TEST_SHARE = 0.4
SEED = 42

MODELS = {
    "neighbors": (KNeighborsClassifier, {"n_neighbors": 3}),
    "forest": (RandomForestClassifier, {"max_depth": 5, "n_estimators": 10}),
    "logistic": (LogisticRegression, {"C": 0.5}),
}


@task
def make_data(kind, samples):
    """Points and their labels."""
    if kind == "moons":
        return make_moons(n_samples=samples, noise=0.3, random_state=SEED)
    if kind == "circles":
        return make_circles(n_samples=samples, noise=0.2, factor=0.5, random_state=SEED)
    return make_classification(n_samples=samples, n_features=2, n_redundant=0, random_state=SEED)


@task
def scaled(points):
    # Models that measure distances need features of one size.
    return StandardScaler().fit_transform(points)


@task
def split(points, labels):
    """What to learn from and what to be judged by: points and labels of both."""
    return train_test_split(points, labels, test_size=TEST_SHARE, random_state=SEED)


@task
def fit(model, parameters, points, labels):
    return model(**parameters).fit(points, labels)


@task
def score(model, points, labels):
    return model.score(points, labels)


@task
def table(names, scores):
    width = max(len(name) for name in names)
    lines = [f"{name:{width}}  {value:.2f}" for name, value in zip(names, scores, strict=True)]
    return "\n".join(lines)


def compare(kind, samples=200):
    """Makes the nodes that try every model on one data set."""
    data = make_data(kind, samples).set_name(f"{kind} data")
    points, labels = data[0], data[1]
    parts = split(scaled(points), labels).set_name(f"{kind} split")
    scores = []
    for name, (model, parameters) in MODELS.items():
        fitted = fit(model, parameters, parts[0], parts[2]).set_name(f"{kind} {name} model")
        scores.append(score(fitted, parts[1], parts[3]).set_name(f"{kind} {name} score"))
    return scores


names = []
scores = []
for kind in ["moons", "circles", "linear"]:
    names += [f"{kind}, {name}" for name in MODELS]
    scores += compare(kind)

result = table(names, scores).set_name("table")

flow = RayWorkflow(result, workflow_name="classifiers")
flow.query(".* model").set_remote_args({"num_cpus": 1})
print(flow.run())
