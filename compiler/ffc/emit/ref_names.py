"""The names that refs should have: the app's variables, else names made from the nodes' names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ir import Node, NodeKind, Program, Ref, Role, Symbol
from ..ir.schedule import Returning, Submission
from .name_table import RefKey
from .names import identifier, suffix


@dataclass(frozen=True)
class RefName:
    """What the ref `key` should be called; `symbol` is the app's variable, if it has one."""

    key: RefKey
    wanted: str
    symbol: Symbol | None


def ref_names(program: Program) -> Iterator[RefName]:
    """A name for each ref of each run, in the order of the submissions."""
    bound = dict(program.ref_names)
    named: set[int] = set()
    for schedule in program.schedules:
        for submission, given in zip(schedule.submissions, schedule.names, strict=True):
            if submission.node in named:
                continue
            if program.nodes[submission.node].is_lasting:
                named.add(submission.node)
            keys = dict.fromkeys(submission.returns.keys)
            if submission.returns.how is Returning.ITEM_TASKS:
                keys[None] = None
            for key in keys:
                symbol = _variable(bound, submission, key)
                node = program.nodes[submission.node]
                wanted = symbol.name if symbol is not None else _made(node, given, bound, key)
                yield RefName((schedule.run, submission.node, key), wanted, symbol)


def _variable(
    bound: Mapping[Ref, Symbol], submission: Submission, key: str | None
) -> Symbol | None:
    """The app's variable for a ref; `pair[-1]` is the same ref as `pair[1]`."""
    symbol = bound.get(Ref(submission.node, key))
    if symbol is not None or submission.returns.how is not Returning.NATIVE or key is None:
        return symbol
    return bound.get(Ref(submission.node, str(int(key) - len(submission.returns.keys))))


def _made(node: Node, given: str | None, bound: Mapping[Ref, Symbol], key: str | None) -> str:
    whole = bound.get(Ref(node.id))
    if whole is not None:
        stem = whole.name
    elif given is not None and given != node.default_name:
        stem = identifier(given)
    elif node.role is not None:
        end = "_notes" if node.role in (Role.STREAM, Role.NOTES) else ""
        stem = identifier(f"{_snake(node.default_name.removesuffix(' notes'))}{end}")
    elif node.kind is NodeKind.ACTOR:
        stem = identifier(node.definition.name.lower())
    else:
        stem = f"{node.method or node.definition.name}_ref"
    return stem if key is None else identifier(f"{stem}_{_short(key)}")


def _snake(title: str) -> str:
    """`GetTensors.2` is `get_tensors`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", title.partition(".")[0])
    return words.lower()


def _short(key: str) -> str:
    """`'train'` is `train`, `slice(2, 5)` is `from_2_to_5`, `-1` is `last`."""
    if key.startswith("-"):
        return "last" if key == "-1" else f"last_{suffix(key)}"
    if not key.startswith("slice"):
        return suffix(key)
    bounds = zip(("from", "to", "every"), key[6:-1].split(", "), strict=False)
    return "_".join(f"{word}_{suffix(bound)}" for word, bound in bounds if bound != "None")


def of_later_runs(program: Program, refs: Mapping[RefKey, str]) -> Iterator[tuple[RefKey, str]]:
    """The names of nodes that last, for the runs behind the first."""
    first: dict[int, str] = {}
    for schedule in program.schedules:
        for submission in schedule.submissions:
            key: RefKey = (schedule.run, submission.node, None)
            if program.nodes[submission.node].is_lasting:
                yield key, first.setdefault(submission.node, refs.get(key, ""))
