"""What `remote` makes nodes of: which role these have, and the options that they get.

@gb.remote(num_cpus=1)                a step: its nodes are actors with one CPU each
class Clean(Step): …
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import libcst as cst

from ...diagnostics import staging as errors
from ...dialects import Meaning, meaning
from ...ir import Option, Role, Symbol
from ..arguments import passed
from ..frame import Frame
from ..machine import Machine
from ..options import option
from ..passed import Passed
from ..values import (
    BROKEN,
    Broken,
    DialectValue,
    FunctionValue,
    HelperValue,
    RemoteValue,
    TaskValue,
)

_ROLES: Mapping[str, Role] = {
    "SourceStep": Role.SOURCE,
    "GeneratorSourceStep": Role.SOURCE,
    "Step": Role.STEP,
    "BatchStep": Role.STEP,
    "PromptStep": Role.STEP,
    "Split": Role.STEP,
    "SplitByItems": Role.STEP,
    "SplitItemField": Role.STEP,
    "Copy": Role.STEP,
    "Resource": Role.RESOURCE,
    "NumberResource": Role.RESOURCE,
    "FunctionResource": Role.RESOURCE,
    "ListResource": Role.RESOURCE,
    "DictResource": Role.RESOURCE,
}


@dataclass(frozen=True)
class Remote:
    """A decorated class or function: the `role` of its nodes, and their options.

    `maker` is the class of the runtime that its actors are made of, if it is none of the app's.
    """

    role: Role
    options: tuple[Option, ...]
    maker: str = ""


@dataclass(frozen=True)
class Marks:
    """The decorators of a front end that a definition has, and the options in them."""

    decorators: tuple[cst.Decorator, ...]
    options: tuple[Option, ...] = ()
    of_graph: bool = False


def marks_of_graph(
    machine: Machine, node: cst.FunctionDef | cst.ClassDef, frame: Frame
) -> Marks | Broken | None:
    """The decorators of step graphs that `node` has, None for none."""
    found: dict[Meaning, cst.Decorator] = {}
    options: list[Option] = []
    for one in node.decorators:
        call = one.decorator if isinstance(one.decorator, cst.Call) else None
        named = call.func if call is not None else one.decorator
        if not isinstance(named, (cst.Name, cst.Attribute)):
            continue
        value = machine.evaluate(named, frame)
        what = meaning(value.name) if isinstance(value, DialectValue) else None
        if what not in (Meaning.REMOTE, Meaning.OPTIONS):
            continue
        found[what] = one
        given = options_in(machine, call, frame) if call is not None else ()
        if given is None:
            return BROKEN
        options += given
    if Meaning.REMOTE not in found and Meaning.OPTIONS in found:
        reason = "it stands above a class or function that has `@remote` as well"
        place = machine.span(found[Meaning.OPTIONS])
        machine.refuse(errors.WrongCall(place, "options", reason, ()))
        return BROKEN
    if Meaning.REMOTE not in found:
        return None
    return Marks(tuple(found.values()), tuple(options), of_graph=True)


def options_in(machine: Machine, call: cst.Call, frame: Frame) -> tuple[Option, ...] | None:
    """The options that a call gives by keyword; None where it is refused."""
    return options_of(machine, passed(machine, call, frame), call)


def options_of(
    machine: Machine, arguments: tuple[Passed, ...] | list[Passed], call: cst.Call
) -> tuple[Option, ...] | None:
    found = []
    for one in arguments:
        if one.keyword is None:
            reason = "options are given by keyword: `num_cpus=1`"
            machine.refuse(errors.WrongCall(machine.span(one.place or call), "options", reason, ()))
            return None
        if isinstance(one.value.value, Broken):
            return None
        found.append(option(one.keyword, machine.span(one.place or call), one.value))
    return tuple(found)


def merged(options: tuple[Option, ...], others: tuple[Option, ...]) -> tuple[Option, ...]:
    """The options with `others` in place of those of the same name."""
    return tuple({one.name: one for one in (*options, *others)}.values())


def remote_of(
    machine: Machine, tree: cst.FunctionDef | cst.ClassDef, home: Frame, options: tuple[Option, ...]
) -> Remote | None:
    """What nodes of a class or function are; None for a class that is neither step nor resource."""
    if isinstance(tree, cst.FunctionDef):
        return Remote(Role.STEP, options, "FunctionStep")
    found = (_ROLES[name] for name in bases(machine, tree, home) if name in _ROLES)
    role = next(found, None)
    return Remote(role, options) if role is not None else None


def bases(machine: Machine, tree: cst.ClassDef, home: Frame) -> Iterator[str]:
    """The classes of the runtime that a class is derived from, through those of the app."""
    for base in tree.bases:
        bound = home.named(base.value)
        value = bound.value if bound is not None else None
        if isinstance(value, HelperValue):
            yield value.name
        elif isinstance(value, (FunctionValue, RemoteValue, TaskValue)):
            symbol: Symbol = value.definition
            inner = machine.trees[symbol]
            if isinstance(inner, cst.ClassDef) and inner is not tree:
                yield from bases(machine, inner, machine.homes[symbol])
