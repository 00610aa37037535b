"""When actors leave too little for the other nodes."""

from __future__ import annotations

import pytest

from .apps import messages

APP = """\
import os

from ffc import RayWorkflow, task


@task
class Model:
    def __init__(self, data=None):
        self.data = data

    def score(self, data):
        return data


@task
def load(n):
    return n


@task
def best(*scores):
    return max(scores)


def count():
    return os.cpu_count()


data = load(1)
slow, fast = Model({slow}), Model({fast})
leaf = best(slow.score(data), fast.score(data))
flow = RayWorkflow(leaf, workflow_name="w", ray_init_args={init})
flow.query("Model_.*").set_remote_args({actor})
flow.query("best.*").set_remote_args({task})
print(flow.run())
"""

FOR_EVER = "class nodes hold {} of {}: `{}` {} for ever"
ONE_CPU = '{"num_cpus": 1}'


def said(
    init: str, actor: str, task: str = "{}", slow: str = "data", fast: str = "data"
) -> list[str]:
    app = APP
    given = {"init": init, "actor": actor, "task": task, "slow": slow, "fast": fast}
    for name, text in given.items():
        app = app.replace("{" + name + "}", text)
    return messages(app, "FFC411")


@pytest.mark.parametrize(
    ("init", "actor", "task", "held", "given"),
    [
        ('{"num_cpus": 2}', ONE_CPU, "{}", "2", "2 CPUs"),
        ('{"num_cpus": 3}', ONE_CPU, '{"num_cpus": 2}', "2", "3 CPUs"),
        ('{"num_cpus": 2, "address": "local"}', ONE_CPU, "{}", "2", "2 CPUs"),
        ('{"num_cpus": 1}', '{"num_cpus": 0.3}', ONE_CPU, "0.6", "1 CPU"),
        ('{"num_cpus": 2}', '{"num_gpus": 0.5}', "{}", "2", "2 CPUs"),
        ('{"num_cpus": 2}', '{"resources": {"disk": 1}, "max_restarts": 3}', "{}", "2", "2 CPUs"),
        ('{"num_gpus": 1}', '{"num_gpus": 0.25}', '{"num_gpus": 0.75}', "0.5", "1 GPU"),
        (
            '{"resources": {"disk": 3}}',
            '{"num_cpus": 0, "resources": {"disk": 1}}',
            '{"resources": {"disk": 2}}',
            "2",
            "3 `disk`",
        ),
    ],
)
def test_starved(init: str, actor: str, task: str, held: str, given: str) -> None:
    assert said(init, actor, task) == [FOR_EVER.format(held, given, "best_0000", "waits")]


@pytest.mark.parametrize(
    ("init", "actor", "task"),
    [
        ('{"num_cpus": 3}', ONE_CPU, "{}"),
        ('{"num_cpus": 2}', "{}", "{}"),
        ('{"num_cpus": 2}', '{"max_restarts": 1}', "{}"),
        ('{"num_cpus": 2}', '{"num_gpus": 1, "num_cpus": 0}', "{}"),
        ('{"num_cpus": 2}', ONE_CPU, '{"num_cpus": 0}'),
        ('{"num_cpus": 2}', '{"num_cpus": count()}', "{}"),
        ('{"num_cpus": count()}', ONE_CPU, "{}"),
        ('{"num_cpus": 2, "address": "auto"}', ONE_CPU, "{}"),
        ("{}", ONE_CPU, "{}"),
        ('{"num_cpus": 1}', '{"num_cpus": 0.3}', '{"num_cpus": 0.4}'),
        ('{"num_cpus": 2}', '{"num_cpus": 0}', '{"num_cpus": 3}'),
    ],
)
def test_enough(init: str, actor: str, task: str) -> None:
    assert not said(init, actor, task)


def test_more_actors_than_fit() -> None:
    found = said('{"num_cpus": 3}', '{"num_cpus": 2}', '{"num_cpus": 0}')
    assert found == [FOR_EVER.format("2", "3 CPUs", "Model_0001", "waits")]


def test_a_task_beside_actors() -> None:
    """`load` finds a CPU only if it comes before the models, which do not wait for it."""
    free = '{"num_cpus": 0}'
    assert said('{"num_cpus": 2}', ONE_CPU, free, slow="", fast="") == [
        FOR_EVER.format("2", "2 CPUs", "load_0000", "may wait")
    ]
    assert not said('{"num_cpus": 2}', ONE_CPU, free, slow="", fast="data")
