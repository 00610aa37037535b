from __future__ import annotations

from typing import Any

import pytest

from ffc.diagnostics import Severity
from ffc.diagnostics.options import InitArgumentsDiffer
from ffc.ir.option import UNKNOWN

from .option_builder import check_init, said, span

REPORTED: list[tuple[dict[str, Any], str, str, str]] = [
    ({"num_cpu": 4}, "FFC306", "unknown argument `num_cpu` of `ray.init`", "`num_cpus`?"),
    ({"temp_dir": "/t"}, "FFC306", "unknown argument `temp_dir`", "`_temp_dir`?"),
    ({"zzz": 4}, "FFC306", "unknown argument `zzz`", "`ray.init` takes `address`, "),
    ({"local_mode": True}, "FFC306", "no longer takes `local_mode`", "leave it out"),
    ({"storage": "s3://b"}, "FFC306", "no longer takes `storage`", "leave it out"),
    ({"num_cpus": "4"}, "FFC302", "`num_cpus` takes a whole number from 0, not '4'", ""),
    ({"num_cpus": True}, "FFC302", "not True", ""),
    ({"num_gpus": 0.5}, "FFC302", "not 0.5", ""),
    ({"resources": {"a": 0.5}}, "FFC302", "`a` in `resources` takes a whole number", ""),
    ({"resources": {"GPU": 1}}, "FFC302", "not `GPU`", "`num_gpus`"),
    ({"object_store_memory": 10**6}, "FFC302", "from 78643200 (75 MiB)", ""),
    ({"labels": {"a": 1}}, "FFC302", "`a` in `labels` takes text, not 1", ""),
    ({"namespace": 3}, "FFC302", "`namespace`", ""),
    ({"address": ""}, "FFC302", "`address`", ""),
    ({"ignore_reinit_error": 1}, "FFC302", "takes True or False, not 1", ""),
    ({"dashboard_port": "8265"}, "FFC302", "a port number", ""),
    ({"logging_level": "loud"}, "FFC302", "not 'loud'", ""),
    ({"runtime_env": {"envvars": {}}}, "FFC304", "unknown key `envvars`", "`env_vars`?"),
    ({"runtime_env": {"pip": ["a"], "uv": ["b"]}}, "FFC305", "`pip` and `uv` exclude", "keep one"),
]

SILENT: list[dict[str, Any]] = [
    {"num_cpus": 2, "num_gpus": 1.0, "resources": {"license": 2}, "labels": {"a": "b"}},
    {"object_store_memory": 10**8, "namespace": "n", "address": "ray://host:10001"},
    {"ignore_reinit_error": True, "log_to_driver": False, "logging_level": "ERROR"},
    {"include_dashboard": False, "dashboard_host": "0.0.0.0", "dashboard_port": 8265},
    {"logging_level": 10, "_temp_dir": "/t", "_system_config": {"a": 1}},
    {"runtime_env": {"working_dir": ".", "py_modules": ["./m"]}},
    {"num_cpus": UNKNOWN, "resources": {"a": UNKNOWN}, "runtime_env": UNKNOWN},
]


@pytest.mark.parametrize(("known", "code", "message", "way_out"), REPORTED)
def test_reported(known: dict[str, Any], code: str, message: str, way_out: str) -> None:
    (found,) = said(check_init(known))
    assert found[0] == code
    assert message in found[1]
    assert way_out in found[2]


@pytest.mark.parametrize("known", SILENT)
def test_silent(known: dict[str, Any]) -> None:
    assert said(check_init(known)) == []


def test_arguments_that_differ() -> None:
    first = span()
    found = InitArgumentsDiffer(span(), first)
    assert found.severity is Severity.WARNING
    assert "are not used" in found.message
    assert found.related == ((first, "Ray starts with these"),)
