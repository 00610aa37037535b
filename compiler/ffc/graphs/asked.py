"""Which nodes `query(pattern)` finds, as far as that is known before the app runs."""

from __future__ import annotations

import enum
import re
import warnings
from dataclasses import dataclass

from ..staging.intrinsics.beginnings import may_match
from .model import Graph, Name, Node, Workflow

# Default names differ in their numbers: a pattern that cares for none of these cares for none.
_NUMBERS = (*range(1_000), 1_234, 5_000, 9_999, 10_000, 12_345, 99_999, 123_456)

_CHOICE = re.compile(r"\^?\(([\w |-]+)\)((?![*+?{])[^|]*)")


class Match(enum.Enum):
    """Whether a pattern matches a name; `MAYBE` is known when the driver runs."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclass(frozen=True)
class Found:
    """The nodes of a workflow that a pattern finds, and those that it may find."""

    workflow: Workflow
    nodes: tuple[Node, ...]
    maybe: tuple[Node, ...]


def asked(graph: Graph, pattern: str | None) -> tuple[Found, ...]:
    """What `query(pattern)` of each workflow finds, with the names that nodes have when it runs.

    Raises `re.error` for what is no pattern.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        expression = None if pattern is None else re.compile(pattern)
    found = []
    for workflow in graph.workflows:
        answers = [
            (node, Match.YES if expression is None else matches(expression, node.name))
            for node in workflow.nodes
        ]
        sure = tuple(node for node, answer in answers if answer is Match.YES)
        maybe = tuple(node for node, answer in answers if answer is Match.MAYBE)
        found.append(Found(workflow, sure, maybe))
    return tuple(found)


def matches(expression: re.Pattern[str], name: Name) -> Match:
    """Whether the whole name matches, as `re.fullmatch` finds it."""
    if name.known:
        return Match.YES if expression.fullmatch(name.text) else Match.NO
    if not name.given:
        answers = {expression.fullmatch(f"{name.start}{n:04d}") is not None for n in _NUMBERS}
        if len(answers) == 1:
            return Match.YES if answers.pop() else Match.NO
        return Match.MAYBE
    may = any(may_match(one, name.start) for one in _spread(expression))
    return Match.MAYBE if may else Match.NO


def _spread(expression: re.Pattern[str]) -> list[re.Pattern[str]]:
    """`(left|right) .*` as `left .*` and `right .*`, whose beginnings can be looked at."""
    found = _CHOICE.fullmatch(expression.pattern)
    if found is None:
        return [expression]
    return [re.compile(f"{one}{found[2]}", expression.flags) for one in found[1].split("|")]
