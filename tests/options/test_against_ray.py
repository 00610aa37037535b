"""The tables of options against the Ray that is installed."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from ffc.ray_options.init import GONE, HIDDEN, INIT, LOCAL_ONLY
from ffc.ray_options.kind import Kind
from ffc.ray_options.runtime_env import INNER_KEYS, KEYS
from ffc.ray_options.tables import TABLES

ray = pytest.importorskip("ray")
ray_options = pytest.importorskip("ray._common.ray_option_utils")

RAYS: dict[Kind, dict[str, Any]] = {
    "task": ray_options.task_options,
    "actor": ray_options.actor_options,
}

GRID: list[tuple[Kind, str]] = [(kind, name) for kind in RAYS for name in RAYS[kind]]

SAMPLES: list[Any] = [
    *(None, True, False, -2, -1, 0, 1, 2, 3, 10**9),
    *(-0.5, 0.0, 0.00001, 0.0001, 0.5, 1.0, 1.5, 2.0, float("nan")),
    *("", "a", "default", "DEFAULT", "SPREAD", "spread", "detached", "non_detached", "Detached"),
    *("streaming", "dynamic"),
    *([], (), {}, [1], ["a"]),
    *(ValueError, [ValueError], (ValueError, OSError), [int], [ValueError()]),
    *({"a": 1}, {"a": 0.5}, {"a": 1.5}, {"a": -1}, {"a": 0}, {"CPU": 1}, {"memory": 1}),
    *({"TPU": 1}, {"TPU": 3}, {"TPU": 0}, {"HPU": 1.5}, {"NPU": 1.5}, {"neuron_cores": 0.5}),
    *({"FURIOSA": 2}, {"MBLT": 0.5}, {"RBLN": 0.5}, {"TTNPU": 1.5}, {"a": 0.00001}),
    *({"a": "b"}, {"a": "!b"}, {"a": "in(b, c)"}, {"a": "!in(b)"}, {"a": "in()"}, {"a": "b c"}),
    *({"GPU": 1}, {"NPU": 0.5}, {"a": None}),
    *({"x.y/a": "b"}, {"x/y/a": "b"}, {"a!": "b"}, {"a": "b" * 64}, {"a": ""}, {"-a": "b"}),
    *([{"label_selector": {"a": "b"}}], [{"label_selector": {"a": "b c"}}], [{}], [{"a": 1}]),
    *([{"label_selector": None}], [{"label_selector": {}}], [{"label_selector": "a"}]),
]

# What Ray's validator takes, and what breaks later: at `.remote()`, or by waiting for ever.
STRICTER: list[tuple[str, Any]] = [
    *(("scheduling_strategy", text) for text in SAMPLES if isinstance(text, str)),
    *(("placement_group", text) for text in SAMPLES if isinstance(text, str)),
    ("num_gpus", 1.5),
    ("resources", {"NPU": 1.5}),
    ("resources", {"memory": 1}),
    ("label_selector", {"a": None}),
    *((name, None) for name in ("max_retries", "max_restarts", "max_task_retries")),
    ("max_pending_calls", None),
    *((name, "") for name in ("accelerator_type", "name", "namespace")),
    *(("_labels", each) for each in SAMPLES if isinstance(each, dict)),
]


def _ray_takes(kind: Kind, name: str, value: object) -> bool:
    try:
        RAYS[kind][name].validate(name, value)
    except Exception:
        return False
    return True


@pytest.mark.parametrize("kind", RAYS)
def test_names(kind: Kind) -> None:
    assert set(TABLES[kind]) == set(RAYS[kind])


@pytest.mark.parametrize(("kind", "name"), GRID)
def test_values(kind: Kind, name: str) -> None:
    stricter = [value for option, value in STRICTER if option == name]
    for value in SAMPLES:
        ours = TABLES[kind][name].rule.allows(value)
        rays = _ray_takes(kind, name, value)
        if ours != rays:
            assert value in stricter, f"{name}={value!r}: ours {ours}, Ray's {rays}"
            assert not ours, f"{name}={value!r}: ours {ours}, Ray's {rays}"


def test_names_of_methods() -> None:
    taken = inspect.signature(ray.actor.ActorMethod._remote).parameters
    assert set(TABLES["method"]) == set(taken) - {"self", "args", "kwargs"}


def test_decorator_only() -> None:
    for name in ("max_calls", "_num_objects_per_yield"):
        assert TABLES["task"][name].decorator_only
    assert TABLES["actor"]["concurrency_groups"].decorator_only
    with pytest.raises(ValueError, match="max_calls"):
        ray_options.validate_task_options({"max_calls": 1}, in_options=True)
    with pytest.raises(ValueError, match="concurrency_groups"):
        ray_options.validate_actor_options({"concurrency_groups": {}}, in_options=True)


def test_arguments_of_init() -> None:
    taken = set(inspect.signature(ray.init).parameters) - {"kwargs"}
    assert set(INIT) == taken - set(GONE)
    assert set(INIT) >= LOCAL_ONLY


def test_hidden_arguments_of_init() -> None:
    source = inspect.getsource(inspect.unwrap(ray.init))
    assert all(f'"{name}"' in source for name in HIDDEN)
    assert source.count("kwargs.pop(") == len(HIDDEN)


def test_keys_of_runtime_env() -> None:
    from ray.runtime_env import RuntimeEnv, RuntimeEnvConfig

    parameters = set(inspect.signature(RuntimeEnv).parameters)
    known = {name for name in RuntimeEnv.known_fields if not name.startswith("_")}
    assert set(KEYS) == (parameters | known) - {"kwargs", "_validate"}
    assert set(INNER_KEYS["config"]) == RuntimeEnvConfig.known_fields


@pytest.mark.parametrize("installer", ["pip", "uv"])
def test_keys_of_installers(installer: str) -> None:
    from ray._private.runtime_env import validation

    parse = getattr(validation, f"parse_and_validate_{installer}")
    right: dict[str, Any] = {"packages": ["a"], f"{installer}_check": True}
    right |= {f"{installer}_version": "1", "uv_pip_install_options": []}
    if installer == "pip":
        right["pip_install_options"] = right.pop("uv_pip_install_options")
    assert set(INNER_KEYS[installer]) == set(right)
    assert parse(right)
