"""Options that Ray knows, but not here: whose they are, and what is meant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..diagnostics import options as errors
from ..diagnostics.model import Diagnostic
from ..diagnostics.options.words import listed
from ..source import Span
from .kind import NAMES, Kind
from .tables import TABLES, offered

# What to use in place of an option, by what it was set on.
_MEANT: Final[Mapping[tuple[Kind, str], tuple[str, ...]]] = {
    ("task", "max_restarts"): ("max_retries",),
    ("task", "max_task_retries"): ("max_retries",),
    ("actor", "max_retries"): ("max_task_retries", "max_restarts"),
    ("method", "max_retries"): ("max_task_retries",),
}
_OWNERS: Final[tuple[tuple[Kind, str], ...]] = (
    ("task", "tasks"),
    ("actor", "actors"),
    ("method", "actors' methods"),
)


def misplaced(option: str, kind: Kind, span: Span) -> Diagnostic | None:
    """The diagnostic on an option that is another kind's; None when no kind has it."""
    owners = [name for other, name in _OWNERS if option in TABLES[other]]
    if not owners:
        return None
    meant = _MEANT.get((kind, option), ())
    way_out = f"use {listed(meant, 'or')}" if meant else _move(option, kind)
    if kind == "method":
        return errors.NotForMethods(span, option, way_out)
    return errors.WrongKind(span, option, NAMES[kind], " and ".join(owners), way_out)


def decorator_only(option: str, span: Span) -> Diagnostic:
    """The diagnostic on an option that Ray takes in the decorator alone."""
    way_out = "leave it out: it cannot be set on a node"
    return errors.WrongKind(span, option, "a single node", "the decorator `@ray.remote`", way_out)


def _move(option: str, kind: Kind) -> str:
    """Where the option may go instead."""
    if kind == "method":
        return "set it on the actor" if option in offered("actor") else "leave it out"
    if kind == "actor" and option in TABLES["method"]:
        return "set it on the calls of the actor's methods"
    return "leave it out"
