"""Three loops inside each other; nodes are made at each level."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

DATASETS = {"iris": 6, "wine": 8}
SPLITS = [0.5, 0.75]
MODELS = [("tree", 2), ("forest", 3), ("ridge", 1)]


@workflow
def load(name, size):
    return [(len(name) * k * k) % 10 for k in range(size)]


@workflow
def split(values, share):
    cut = int(len(values) * share)
    return values[:cut], values[cut:]


@workflow
def train(values, strength):
    return round(sum(values) / strength, 3)


@workflow
def score(model, values):
    return round(abs(model - sum(values)), 3)


@workflow
def best(names, scores):
    return min(zip(scores, names, strict=True))


winners = []
for dataset, size in DATASETS.items():
    values = load(dataset, size).set_name(dataset)
    for share in SPLITS:
        parts = split(values, share).set_name(f"{dataset} {share}")
        scores = []
        for model, strength in MODELS:
            fit = train(parts[0], strength).set_name(f"{dataset} {share} {model} fit")
            result = score(fit, parts[1])
            scores.append(result.set_name(f"{dataset} {share} {model} score"))
        names = [model for model, _ in MODELS]
        winners.append(best(names, scores).set_name(f"{dataset} {share} best"))

flow = RayWorkflow(*winners, workflow_name="benchmark")
flow.query(".* fit").set_remote_args({"num_cpus": 0.5})
flow.query("iris 0.5 .* score").set_remote_args({"max_retries": 1})
print(len(flow.find_nodes()))
for winner in flow.run(return_results=True):
    print(winner)
