"""Which models there are, and how they are trained."""

from tasks import samples, score, train

MODELS = {"linear": 1, "square": 2, "cubic": 3}


def grid(kinds, sizes):
    nodes = {}
    for kind in kinds:
        for size in sizes:
            name = f"{kind}-{size}"
            nodes[name] = samples(kind, size).set_name(name)
    return nodes


def train_all(name, dataset):
    """The scores of all models on one data set."""
    scores = {}
    for model, power in MODELS.items():
        node = train(dataset, power).set_name(f"{name}, {model}-model")
        scores[model] = score(node, dataset).set_name(f"{name}, {model}-score")
    return scores
