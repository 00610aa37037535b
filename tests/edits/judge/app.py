"""Trains two models on two data sets, and prints how often each is right."""

import argparse
import math
import random

from ffc import RayWorkflow, task

NOISE = 0.15  # how far the points lie from their curve
STEPS = 100


@task
def samples(kind, size):
    """Points of two classes: those to learn from, and those to judge by."""
    rng = random.Random(kind)
    points = [place(kind, rng) for _ in range(size)]
    return points[: size // 2], points[size // 2 :]


def place(kind, rng):
    label, turn = rng.randrange(2), rng.uniform(0, math.pi)
    if kind == "circles":
        radius = 1 if label else 2
        x, y = radius * math.cos(2 * turn), radius * math.sin(2 * turn)
    elif label:
        x, y = 1 - math.cos(turn), 0.5 - math.sin(turn)
    else:
        x, y = math.cos(turn), math.sin(turn)
    return rng.gauss(x, NOISE), rng.gauss(y, NOISE), label


@task
def train(points, rate):
    """The weights of a logistic regression."""
    weights = [0.0] * 6
    for _ in range(STEPS):
        # One step against the mean gradient.
        gradient = [0.0] * 6
        for x, y, label in points:
            error = probability(weights, x, y) - label
            for index, feature in enumerate(features(x, y)):
                gradient[index] += error * feature / len(points)
        weights = [w - rate * g for w, g in zip(weights, gradient, strict=True)]
    return weights


def features(x, y):
    return 1, x, y, x * x, x * y, y * y


def probability(weights, x, y):
    total = sum(w * f for w, f in zip(weights, features(x, y), strict=True))
    return 1 / (1 + math.exp(-total))


def guess(weights, x, y):
    return probability(weights, x, y) > 0.5


@task
class Judge:
    """Keeps the points that no model has seen, and the best model so far."""

    def __init__(self, points):
        self.points = points
        self.best = (0.0, "none")

    def score(self, name, model):
        right = [guess(model, x, y) == label for x, y, label in self.points]
        share = sum(right) / len(right)
        self.best = max(self.best, (share, name))
        return share

    def winner(self):
        return self.best[1]


@task
def report(kind, slow, fast, winner):
    return f"{kind}: slow {slow:.2f}, fast {fast:.2f}; best: {winner}"


def compare(kind, size):
    """The report on two models that learn at different rates."""
    points = samples(kind, size).set_name(f"{kind} samples")
    known, unseen = points[0], points[1]
    slow = train(known, rate=0.02).set_name(f"{kind} slow-model")
    fast = train(known, rate=1.0).set_name(f"{kind} fast-model")

    judge = Judge(unseen).set_name(f"{kind} judge")
    slow_score = judge.score("slow", slow)
    fast_score = judge.score("fast", fast)
    winner = judge.winner()
    return report(kind, slow_score, fast_score, winner).set_name(f"{kind} report")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=400, help="points in a data set")
    size = parser.parse_args().size

    moons = compare("moons", size)
    circles = compare("circles", size)

    flow = RayWorkflow(moons, circles, workflow_name="classifiers")
    flow.query(".*-model").set_remote_args({"num_cpus": 1, "max_retries": 2})
    for line in flow.run(return_results=True):
        print(line)


if __name__ == "__main__":
    main()
