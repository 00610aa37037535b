"""Runs of an app and of its driver, to be compared."""

from __future__ import annotations

import re
import traceback
from collections import Counter
from typing import Any
from unittest.mock import patch

from ffc.authoring.arguments import value_of
from ffc.authoring.flow import LocalWorkflow, RayWorkflow
from ffc.authoring.node import Node

from . import eager_ray
from .calls import TASKS, Calls
from .process import Script, at_most, run_local
from .runner import Ran

_DEFAULT_NAME = re.compile(r"[\w.<>]+_\d{4,}")

Wired = Counter[str]


def wiring_of(app: str) -> Wired:
    """What an app runs: names that are given, options, and calls with their arguments."""
    wired: Wired = Counter()
    calls = Calls()

    def run(flow: LocalWorkflow, *_: object, **__: object) -> Any:
        results: dict[Node, Any] = {}
        for node in flow.find_nodes():
            args, kwargs = value_of(node.args, results), value_of(node.kwargs, results)
            results[node] = calls.within(lambda: node.function(*args, **kwargs))  # noqa: B023
            wired[_wired(node)] += 1
        values = value_of([*flow.leaves], results)
        return values[0] if len(values) == 1 else values

    with patch.object(LocalWorkflow, "run", run), patch.object(RayWorkflow, "run", run):
        run_local(app)
    return wired + calls.made


def _wired(node: Node) -> str:
    is_named = not isinstance(node.function, type) and not _DEFAULT_NAME.fullmatch(node.name)
    return _shown(node.name if is_named else None, node.remote_args)


def _shown(name: str | None, options: Any) -> str:
    return f"{name!r} {sorted(options.items())}"


class Simulation:
    """Runs drivers on the stand-in for Ray."""

    def __init__(self) -> None:
        self.wired: Wired = Counter()

    def run(self, driver: str) -> Ran:
        cluster = eager_ray.Cluster()
        script = Script()
        try:
            with patch.dict("sys.modules", eager_ray.modules(cluster)), at_most(10):
                script.run(driver, "app_driver.py")
        except BaseException as error:
            return Ran(script.printed.getvalue(), "".join(traceback.format_exception(error)))
        self.wired = Counter(
            _shown(one.options.get("name"), _without_own(one.options))
            for one in cluster.submitted
            if one.name not in TASKS
        )
        self.wired += cluster.calls.made
        return Ran(script.printed.getvalue(), "")

    def close(self) -> None:
        """Nothing is left behind."""


def _without_own(options: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in options.items() if key not in ("name", "num_returns")}
