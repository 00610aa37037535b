"""Thirty models: a loop over thirty rows, which are tuples of constants."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

# name, depth, rate, seed
MODELS = [
    ("ada", 2, 0.10, 11),
    ("bea", 2, 0.20, 12),
    ("cid", 2, 0.30, 13),
    ("dan", 2, 0.40, 14),
    ("eve", 2, 0.50, 15),
    ("fay", 3, 0.10, 21),
    ("gil", 3, 0.20, 22),
    ("hal", 3, 0.30, 23),
    ("ida", 3, 0.40, 24),
    ("jim", 3, 0.50, 25),
    ("kay", 4, 0.10, 31),
    ("lea", 4, 0.20, 32),
    ("max", 4, 0.30, 33),
    ("ned", 4, 0.40, 34),
    ("oda", 4, 0.50, 35),
    ("pam", 5, 0.10, 41),
    ("ray", 5, 0.20, 42),
    ("sam", 5, 0.30, 43),
    ("tea", 5, 0.40, 44),
    ("uma", 5, 0.50, 45),
    ("vic", 6, 0.10, 51),
    ("wim", 6, 0.20, 52),
    ("xia", 6, 0.30, 53),
    ("yan", 6, 0.40, 54),
    ("zoe", 6, 0.50, 55),
    ("abe", 7, 0.10, 61),
    ("ben", 7, 0.20, 62),
    ("cat", 7, 0.30, 63),
    ("dee", 7, 0.40, 64),
    ("eli", 7, 0.50, 65),
]


@workflow
def dataset(size):
    return [(k * 13) % 29 for k in range(size)]


@workflow
def train(points, depth, rate, seed):
    return round(sum(points[seed % 7 :: depth]) * rate, 2)


@workflow
def ranking(names, scores):
    ranked = sorted(zip(scores, names, strict=True), reverse=True)
    return [f"{name} {score}" for score, name in ranked]


points = dataset(30).set_name("points")
models = []
for name, depth, rate, seed in MODELS:
    model = train(points, depth, rate, seed=seed).set_name(f"{name} model")
    models.append(model)

ranked = ranking([name for name, *_ in MODELS], models).set_name("ranking")
flow = RayWorkflow(ranked, workflow_name="thirty")
flow.query(".* model").set_remote_args({"num_cpus": 0.5})
lines = flow.run(return_results=True)
print(len(lines), *lines, sep="\n")
