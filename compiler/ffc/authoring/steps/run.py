"""Runs of step graphs."""

from __future__ import annotations

from ffc.authoring.evaluate import evaluate
from ffc.authoring.prepare import prepare
from ffc.authoring.reached import reached
from ffc.authoring.steps.bound import Bound
from ffc.authoring.steps.running import Running

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ffc.authoring.reference import Reference


def run(dag: Bound, name: str | None = None) -> dict[str, list[Any]]:
    """Run what `dag`, a source or what bind() returned, needs: its notes, by output.

    Objects of the classes are made anew. TypeError if `dag` is of another kind, ValueError if a
    parameter has no value. Errors of the app come through as they are.
    """
    _check(dag, name)
    results: dict[Reference, Any] = {}
    prepare(*reached([dag]))
    evaluate([dag], results)
    notes: dict[str, list[Any]] = results[dag]
    return notes


def run_async(dag: Bound, name: str | None = None) -> Running:
    """Run `dag` like `run`, here and now, and return what has its notes, or its error."""
    _check(dag, name)
    return Running(lambda: run(dag, name))


def _check(dag: object, name: object) -> None:
    if not isinstance(dag, Bound):
        raise TypeError(f"run() runs a source or what bind() returns, not {dag!r}")
    if name is not None and not isinstance(name, str):
        raise TypeError(f"the name of a run must be a string, not {type(name).__name__}")
