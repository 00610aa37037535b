"""Functions of the app that a helper makes tasks of.

def split(data): …           a task that returns the items that are used:
split_items = returning_items(split, "train", "test")
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import NodeKind, Program, Symbol
from ..ir.schedule import Returning, Submission


@dataclass(frozen=True)
class Wrapper:
    """A task made of a function by a helper; `keys` as in `Returns`, None for a plain task."""

    function: Symbol
    keys: tuple[str | None, ...] | None

    @property
    def wanted(self) -> str:
        """The name that it should have."""
        return f"{self.function.name}_{'task' if self.keys is None else 'items'}"


def wrappers(program: Program) -> tuple[Wrapper, ...]:
    """The wrappers that a driver needs, each once, in the order of their use."""
    picked = {s.node for s in _submissions(program) if s.returns.how is Returning.PICKED}
    functions = {program.nodes[node].definition for node in picked}
    found: dict[Wrapper, None] = {}
    for submission in _submissions(program):
        node = program.nodes[submission.node]
        if node.kind is NodeKind.TASK and node.definition in functions:
            found[wrapper_of(program, submission)] = None
    return tuple(found)


def _submissions(program: Program) -> Iterator[Submission]:
    for schedule in program.schedules:
        yield from schedule.submissions


def wrapper_of(program: Program, submission: Submission) -> Wrapper:
    picked = submission.returns.how is Returning.PICKED
    function = program.nodes[submission.node].definition
    return Wrapper(function, submission.returns.keys if picked else None)
