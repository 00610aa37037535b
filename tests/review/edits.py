"""A stored app, and edits of it that a reviewer meets."""

from __future__ import annotations

APP = '''"""A week of models."""

import random

from ffc import InitializerPlugin, RandomStatePlugin, RayWorkflow, storage_factory, task

SCALE = 10
SIZES = [1, 2]


def scaled(value):
    """Scaled."""
    return value * SCALE


def seeded(seed):
    random.seed(seed)


@task
def load(day, size):
    # reads a day
    return [day + n for n in range(size)], day


@task
def fit(values, rate=0.5):
    return sum(values) * rate


@task
def fit_large(values):
    return scaled(sum(values))


@task
class Counter:
    def __init__(self, start):
        self.start = start

    def add(self, number):
        self.start += number
        return self.start


@task
def best(*scores):
    return max(scores)


def main():
    storage = storage_factory({"kind": "file", "options": {"path": "storage"}})
    limit = sum(SIZES)
    scores = []
    for day in range(3):
        data = load(day, size=2).set_name(f"data {day}")
        scores.append(fit(data[0]).set_name(f"fit {day}"))
        scores.append(fit_large(data[0]).set_name(f"large {day}"))
    extra = load(limit, 1)
    counter = Counter(1)
    counted = counter.add(extra[1])
    scores.append(fit([counted], rate=0.1).set_name("counted"))
    top = best(*scores).set_name("best")
    flow = RayWorkflow(top, workflow_name="week")
    flow.query("fit .*").set_remote_args({"num_cpus": 1})
    flow.set_plugin("large .*", RandomStatePlugin(0, 100, 5, seeded))
    flow.set_storage(storage)
    print(flow.run())


main()
'''

# Each edit: what is replaced by what.
EDITS: dict[str, list[tuple[str, str]]] = {
    "comment": [("# reads a day", "# reads a whole day")],
    "docstring": [('"""Scaled."""', '"""Scaled values."""')],
    "layout": [("def seeded(seed):\n", "\n\ndef seeded(seed):\n\n")],
    "default of a parameter": [("rate=0.5", "rate=0.25")],
    "helper": [("return value * SCALE", "return value * SCALE + 1")],
    "constant": [("SCALE = 10", "SCALE = 20")],
    "constant of wiring": [("SIZES = [1, 2]", "SIZES = [1, 3]")],
    "option": [('"num_cpus": 1', '"num_cpus": 2')],
    "runtime_env": [('"num_cpus": 1', '"num_cpus": 1, "runtime_env": {"env_vars": {"A": "1"}}')],
    "argument": [("size=2", "size=3")],
    "one more pass": [("range(3)", "range(4)")],
    "rename": [('f"fit {day}"', 'f"fitted {day}"')],
    "rename the last": [('set_name("best")', 'set_name("top")')],
    "seed": [("0, 100, 5,", "0, 100, 6,")],
    "plugin function": [("random.seed(seed)", "random.seed(seed + 1)")],
    "constructor": [("Counter(1)", "Counter(2)")],
    "method": [("self.start += number", "self.start += 2 * number")],
    "other item": [("fit(data[0])", "fit([data[1]])")],
    "default names move": [
        (
            "    extra = load",
            "    more = load(7, 2)\n    scores.append(fit(more[0]))\n    extra = load",
        )
    ],
    "remove a node": [('        scores.append(fit_large(data[0]).set_name(f"large {day}"))\n', "")],
    "workflow renamed": [('"week"', '"month"')],
    "other storage": [('"path": "storage"', '"path": "storage/inner"')],
    "function renamed": [("def fit(", "def fitted("), ("(fit(", "(fitted(")],
    "plugin gone": [
        ('    flow.set_plugin("large .*", RandomStatePlugin(0, 100, 5, seeded))\n', "")
    ],
    "functions in another order": [],
    "variable renamed": [("data = load", "rows = load"), ("data[0]", "rows[0]")],
    "no name any more": [('.set_name("counted")', "")],
    "an input that the driver computes": [("Counter(1)", "Counter(random.randint(1, 1))")],
    "insert in the middle": [
        ("fit_large(data[0])", "fit_large([fit(data[0]).set_name(f'pre {day}')])")
    ],
}


def edited(name: str) -> str:
    """The app after an edit."""
    text = APP
    for old, new in EDITS[name]:
        assert old in text, (name, old)
        text = text.replace(old, new)
    if name == "functions in another order":
        start, middle, end = (text.index(f"def {one}") for one in ("scaled", "seeded", "load"))
        end = text.rindex("@task", 0, end)
        text = text[:start] + text[middle:end] + text[start:middle] + text[end:]
    return text
