"""Names in the classes of steps that belong to others, or that nobody calls."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping

from ...diagnostics import Diagnostic, Sink
from ...diagnostics import steps as errors
from ...ir import Program, StepFacts
from .calls import HOOKS
from .kinds import kinds
from .made import made

# What drivers call, and what the base classes keep, by base.
_RESERVED: Mapping[str, tuple[str, ...]] = {
    "Step": ("_start", "_take", "_finish", "_logs", "flush", "__call__"),
    "SourceStep": ("_loading", "_loads", "_load"),
    "BatchStep": ("_notes", "_items", "_work", "_done"),
    "PromptStep": ("_unanswered", "_answer", "_go_on"),
    "Resource": ("_value", "_logs"),
}


def method_names(program: Program, sink: Sink) -> None:
    for _, facts, _ in made(program):
        for problem in (*_taken(facts), *_uncalled(facts)):
            sink.report(problem)


def _taken(facts: StepFacts) -> Iterator[Diagnostic]:
    reserved = {name: kind for kind in kinds(facts) for name in _RESERVED.get(kind, ())}
    for name, owner, span in facts.names:
        if name in reserved:
            yield errors.ReservedName(span, name, owner, reserved[name])


def _uncalled(facts: StepFacts) -> Iterator[Diagnostic]:
    own = kinds(facts)
    hooks = tuple(name for name, (kind, _) in HOOKS.items() if kind in own)
    for method in facts.methods:
        name = method.name
        if name.startswith("_") or name in hooks or name in facts.called or not hooks:
            continue
        if name in HOOKS:
            if name != "value":
                only = HOOKS[name][0]
                yield errors.UncalledHook(method.span, name, method.owner, None, only, hooks)
            continue
        meant = _meant(name, hooks)
        if meant is not None or name.startswith("on_"):
            yield errors.UncalledHook(method.span, name, method.owner, meant, "", hooks)


def _meant(name: str, hooks: tuple[str, ...]) -> str | None:
    """The hook that is spelt nearly so: a method has a name of its own more often than not."""
    close = difflib.get_close_matches(name.casefold(), hooks, n=1, cutoff=0.8)
    return close[0] if close else None
