from __future__ import annotations

from typing import Any

import pytest

from ffc.diagnostics import Severity, Sink
from ffc.ir.option import UNKNOWN
from ffc.ray_options import Kind, check_node_options

from .option_builder import check_node, option, said

REPORTED: list[tuple[Kind, dict[str, Any], str, str, str]] = [
    # 301
    ("task", {"num_cpu": 2}, "FFC301", "unknown option `num_cpu` for a task", "`num_cpus`?"),
    ("actor", {"Lifetime": None}, "FFC301", "option `Lifetime` for an actor", "`lifetime`?"),
    ("method", {"retries": 1}, "FFC301", "for an actor's method", "`max_task_retries`?"),
    ("task", {"zzz": 1}, "FFC301", "unknown option `zzz`", "a task takes `num_cpus`, `num_gpus`,"),
    # 302
    ("task", {"num_cpus": -1}, "FFC302", "`num_cpus` takes a number from 0", ""),
    ("task", {"num_cpus": "2"}, "FFC302", "not '2'", ""),
    ("actor", {"num_gpus": 1.5}, "FFC302", "a whole number or a fraction below 1, not 1.5", ""),
    ("task", {"scheduling_strategy": "spread"}, "FFC302", "not 'spread'", '"SPREAD"?'),
    ("task", {"max_retries": None}, "FFC302", "takes a whole number from -1, not None", ""),
    ("task", {"resources": {"a": -1}}, "FFC302", "`a` in `resources` takes a number", ""),
    ("task", {"resources": {"CPU": 1}}, "FFC302", "custom resources, not `CPU`", "`num_cpus`"),
    ("task", {"resources": {"TPU": 3}}, "FFC302", "takes 1, 2, 4 or 8, not 3", ""),
    ("task", {"resources": {"HPU": 0.5}}, "FFC302", "takes a whole number from 0, not 0.5", ""),
    ("task", {"resources": ["a"]}, "FFC302", "not this list", ""),
    ("task", {"resources": {3: 1}}, "FFC302", "not this dict", ""),
    ("task", {"retry_exceptions": int}, "FFC302", "not the class `int`", ""),
    ("task", {"object_store_memory": 5}, "FFC302", "takes None, not 5", "leave it out"),
    ("task", {"num_returns": -1}, "FFC302", "a whole number from 1, not -1", ""),
    ("task", {"label_selector": {"zone": "a b"}}, "FFC302", "`zone` in `label_selector`", ""),
    ("actor", {"lifetime": "detach"}, "FFC302", '"detached" or "non_detached", not', '"detached"?'),
    ("actor", {"namespace": ""}, "FFC302", "text that is not empty, not ''", ""),
    ("method", {"name": None}, "FFC302", "`name` takes text, not None", ""),
    ("task", {"runtime_env": []}, "FFC302", "`runtime_env` takes a dict, not []", ""),
    (
        "task",
        {"runtime_env": {"env_vars": {"A": 1}}},
        "FFC302",
        "`A` in `env_vars` takes text, not 1",
        "",
    ),
    ("task", {"runtime_env": {"pip": {"packages": 1}}}, "FFC302", "`packages` takes a list", ""),
    # 303
    ("task", {"max_restarts": 1}, "FFC303", "`max_restarts` is not for a task", "`max_retries`"),
    ("actor", {"max_retries": 1}, "FFC303", "for an actor", "`max_task_retries` or `max_restarts`"),
    ("actor", {"num_returns": 2}, "FFC303", "`num_returns` is not for an actor", "methods"),
    ("task", {"lifetime": "detached"}, "FFC303", "is not for a task", "leave it out"),
    ("task", {"max_calls": 1}, "FFC303", "is not for a single node", "leave it out"),
    ("actor", {"concurrency_groups": {}}, "FFC303", "is not for a single node", "leave it out"),
    # 304
    ("task", {"runtime_env": {"env_var": {}}}, "FFC304", "`env_var` in `runtime_env`", "env_vars"),
    ("task", {"runtime_env": {"zzz": 1}}, "FFC304", "unknown key `zzz`", "keys are `working_dir`"),
    (
        "task",
        {"runtime_env": {"config": {"eager": True}}},
        "FFC304",
        "unknown key `eager` in `config` of `runtime_env`",
        "eager_install",
    ),
    # 305
    (
        "task",
        {"runtime_env": {"pip": ["a"], "conda": "b"}},
        "FFC305",
        "`pip` and `conda` exclude each other",
        "keep one of `pip`, `uv` and `conda`",
    ),
    (
        "task",
        {"runtime_env": {"image_uri": "i", "pip": ["a"]}},
        "FFC305",
        "`pip` does not go with `image_uri`",
        "keep only `config` and `env_vars`",
    ),
    ("actor", {"get_if_exists": True}, "FFC305", "`get_if_exists` needs a `name`", "add"),
    # 307
    (
        "task",
        {"runtime_env": {"working_dir": "./data"}},
        "FFC307",
        "`working_dir` of a node is a local path, `./data`",
        "`ray_init_args`",
    ),
    ("task", {"runtime_env": {"py_modules": ["s3://b/a.zip", "m"]}}, "FFC307", "path, `m`", ""),
    # 308
    ("method", {"num_gpus": 1}, "FFC308", "does not take the option `num_gpus`", "on the actor"),
    ("method", {"max_retries": 1}, "FFC308", "`max_retries`", "use `max_task_retries`"),
    ("method", {"max_calls": 1}, "FFC308", "`max_calls`", "leave it out"),
    # 309
    ("task", {"placement_group": None}, "FFC309", "is deprecated", "`scheduling_strategy="),
    ("task", {"object_store_memory": None}, "FFC309", "is deprecated", "leave it out"),
    ("actor", {"object_store_memory": 5}, "FFC309", "is deprecated", "leave it out"),
    # 310
    ("task", {"num_returns": "streaming"}, "FFC310", "`num_returns='streaming'`", "leave"),
    ("method", {"num_returns": "dynamic"}, "FFC310", "`num_returns='dynamic'`", "leave"),
    ("task", {"num_returns": 0}, "FFC310", "`num_returns=0` cannot", "leave"),
]

SILENT: list[tuple[Kind, dict[str, Any]]] = [
    ("task", {"num_cpus": 0.5, "num_gpus": 2.0, "memory": 10**9, "name": "n"}),
    ("task", {"resources": {"license": 1.5, "TPU": 4}, "accelerator_type": "A100"}),
    ("task", {"max_retries": -1, "retry_exceptions": [ValueError, UNKNOWN], "num_returns": 2}),
    ("task", {"scheduling_strategy": "SPREAD", "label_selector": {"ray.io/zone": "!in(a, b)"}}),
    ("task", {"fallback_strategy": [{"label_selector": {"a": "b"}}]}),
    ("actor", {"max_restarts": 1, "max_task_retries": -1, "lifetime": "detached"}),
    ("actor", {"get_if_exists": True, "name": "n"}),
    ("actor", {"get_if_exists": True, "name": UNKNOWN}),
    ("actor", {"get_if_exists": False}),
    ("method", {"max_task_retries": 1, "concurrency_group": "io", "num_returns": 2}),
    ("task", {"runtime_env": {"pip": ["a"], "uv": None, "conda": None}}),
    ("task", {"runtime_env": {"pip": {"packages": ["a"], "pip_check": True}}}),
    ("task", {"runtime_env": {"image_uri": "i", "env_vars": {"A": "1"}}}),
    ("task", {"runtime_env": {"working_dir": "s3://b/a.zip", "py_modules": ["local:///opt/m"]}}),
    ("task", {"num_cpus": UNKNOWN, "resources": UNKNOWN, "runtime_env": UNKNOWN}),
    ("task", {"num_returns": UNKNOWN, "scheduling_strategy": UNKNOWN}),
    ("task", {"resources": {"a": UNKNOWN, UNKNOWN: 1}}),
    (
        "task",
        {"runtime_env": {"env_vars": {"A": UNKNOWN}, "py_modules": [UNKNOWN], "pip": UNKNOWN}},
    ),
    ("task", {"runtime_env": {"working_dir": UNKNOWN}, "label_selector": {"a": UNKNOWN}}),
    ("task", {"fallback_strategy": [UNKNOWN, {"label_selector": UNKNOWN}]}),
]


@pytest.mark.parametrize(("kind", "known", "code", "message", "way_out"), REPORTED)
def test_reported(kind: Kind, known: dict[str, Any], code: str, message: str, way_out: str) -> None:
    (found,) = said(check_node(kind, known))
    assert found[0] == code
    assert message in found[1]
    assert way_out in found[2]


@pytest.mark.parametrize(("kind", "known"), SILENT)
def test_silent(kind: Kind, known: dict[str, Any]) -> None:
    assert said(check_node(kind, known)) == []


def test_deprecated_options_are_warnings() -> None:
    (found,) = check_node("task", {"placement_group_capture_child_tasks": True})
    assert found.severity is Severity.WARNING


def test_placement_group_beside_a_strategy() -> None:
    both = {"placement_group": UNKNOWN, "scheduling_strategy": "SPREAD"}
    assert {each.code for each in check_node("task", both)} == {"FFC305", "FFC309"}


def test_the_known_bits_beside_unknown_ones() -> None:
    resources: dict[str, object] = {"a": UNKNOWN, "b": -1}
    ((_, message, _),) = said(check_node("task", {"resources": resources}))
    assert message == "`b` in `resources` takes a number from 0, in steps of 0.0001, not -1"


def test_places() -> None:
    """A name is shown for what is about names, a value for what is about values."""
    wrong_name, wrong_value = option("num_cpu", 1), option("num_cpus", -1)
    env = option("runtime_env", {"env_vars": {"A": 1}, "pip": [], "uv": []})
    sink = Sink()
    check_node_options((wrong_name, wrong_value, env), "task", sink)
    variables, pip, uv = env.entries
    by_code = {(each.code, each.message): each for each in sink.diagnostics}
    spans = {id(each.span.anchor) for each in by_code.values()}
    expected = (
        wrong_name.span,
        wrong_value.value_span,
        variables.entries[0].value_span,
        uv.span,
    )
    assert spans == {id(span.anchor) for span in expected}
    (conflict,) = (each for each in by_code.values() if each.code == "FFC305")
    assert conflict.related == ((pip.span, "the other one"),)


def test_the_same_options_on_two_nodes_are_reported_once() -> None:
    shared = option("resources", {"a": -1})
    sink = Sink()
    check_node_options((shared,), "task", sink)
    check_node_options((shared,), "task", sink)
    assert len(sink.diagnostics) == 1
