"""Functions of Python and of its library that staging works out, nodes among their arguments too.

zip(kinds, nodes)        a list of pairs of a known kind and a node
sorted(names)            worked out where the names are known
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import libcst as cst

from .. import known
from ..attempt import Undecided
from ..forbid import refuse_loop
from ..frame import Frame
from ..iteration import gathered
from ..machine import Machine
from ..passed import Passed
from ..raising import BUILTIN, Error_
from ..values import (
    Broken,
    BuiltinValue,
    Evaluated,
    Value,
    give_up,
    is_known,
    of_wiring,
    to_python,
)
from . import containers, dataclasses_, held, higher, iterators, itertools_, questions
from .worked import Call, Work

MAKERS: Mapping[str, Work] = {
    **iterators.MAKERS,
    **{f"itertools.{name}": work for name, work in itertools_.MAKERS.items()},
}
WORKS: Mapping[str, Work] = {
    **MAKERS,
    **iterators.WORKS,
    **containers.WORKS,
    **higher.WORKS,
    **questions.WORKS,
    **dataclasses_.WORKS,
}


def named(qualified: str) -> BuiltinValue | None:
    """The function of that qualified name, None for one that staging does not know."""
    there = qualified in WORKS or qualified in known.FUNCTIONS or qualified in BUILTIN
    return BuiltinValue(qualified) if there else None


def call(
    machine: Machine,
    callee: BuiltinValue,
    arguments: Sequence[Passed],
    node: cst.Call,
    frame: Frame,
) -> Value | None:
    """The value of the call, None where it stays code."""
    broken = next((a.value.value for a in arguments if isinstance(a.value.value, Broken)), None)
    if broken is not None:
        return broken
    if any(argument.star for argument in arguments):
        return None
    values = [one.value for one in arguments if one.keyword is None]
    keywords = {one.keyword: one.value for one in arguments if one.keyword is not None}
    if callee.name in BUILTIN and machine.guarded and not keywords:
        return Error_(BUILTIN[callee.name], tuple(values))
    work = WORKS.get(callee.name)
    if work is not None:
        count = len(machine.record.nodes)
        found = _worked(Call(machine, node, frame, values, keywords), work)
        if found is not None:
            by_key = "key" in keywords and of_wiring(found)  # such as the name of a node
            if by_key or len(machine.record.nodes) > count:  # the call is not there in the driver
                frame.made[id(node)] = machine.written(found)
            return found
    if callee.name in MAKERS:
        refused = next((r for one in values if (r := refuse_loop(machine, one))), None)
        if refused is not None:
            return refused
    kept = held.call(callee.name, Call(machine, node, frame, values, keywords))
    return kept or _computed(machine, callee.name, values, keywords, node)


def _worked(call: Call, work: Work) -> Value | None:
    """What the call gives; None where that depends on what only the driver knows."""
    try:
        return work(call)
    except Undecided:
        if call.machine.trail.attempts or call.is_wired:
            raise
        for one in call.values:
            give_up(one.value)
        return None


def _computed(
    machine: Machine,
    name: str,
    values: Sequence[Evaluated],
    keywords: Mapping[str, Evaluated],
    node: cst.Call,
) -> Value | None:
    """What Python gives for known values."""
    if name not in known.FUNCTIONS or any(of_wiring(one.value) for one in values):
        return None
    python = [to_python(gathered(one)) for one in values]
    named_ = {name: to_python(one.value) for name, one in keywords.items()}
    if not all(map(is_known, [*python, *named_.values()])):
        return None
    found = known.builtin(name, python, named_)
    return None if found is None else known.from_python(found, machine.span(node))
