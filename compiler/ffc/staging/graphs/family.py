"""A class of a step graph and the classes that it is derived from."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module

import libcst as cst

from ...frontend import ParsedModule
from ...ir import Symbol
from ..frame import Frame
from ..machine import Machine
from ..values import FunctionValue, HelperValue, RemoteValue, TaskValue

_MODULES = ("source", "batch", "prompt", "function", "ready", "resource", "step")
_EMPTY = ("object", "abc.ABC", "typing.Protocol", "typing.Generic")


@dataclass(frozen=True)
class Member:
    """A class of the app."""

    tree: cst.ClassDef
    home: Frame
    module: ParsedModule


def family(machine: Machine, symbol: Symbol) -> list[Member | str | None]:
    """The class and its bases in the order in which Python looks through them.

    Those of the runtime are there by their names; None is one that ffc does not see.
    """
    found = list(_upwards(machine, symbol, ()))
    later = (found[index + 1 :] for index in range(len(found)))
    return [one for one, rest in zip(found, later, strict=True) if one is None or one not in rest]


def runtime_class(helper: str) -> type | None:
    """The class of the runtime, which is ours and needs no Ray."""
    for module in _MODULES:
        found = getattr(import_module(f"ffc.runtime.steps.{module}"), helper, None)
        if isinstance(found, type):
            return found
    return None


def _upwards(
    machine: Machine, symbol: Symbol, seen: tuple[Symbol, ...]
) -> Iterator[Member | str | None]:
    tree, home = machine.trees[symbol], machine.homes[symbol]
    if not isinstance(tree, cst.ClassDef) or symbol in seen:
        yield None
        return
    yield Member(tree, home, home.parsed or machine.module)
    for base in tree.bases:
        named = base.value.value if isinstance(base.value, cst.Subscript) else base.value
        bound = home.named(named)
        value = bound.value if bound is not None else None
        if isinstance(value, HelperValue):
            yield value.name
        elif isinstance(value, (FunctionValue, RemoteValue, TaskValue)):
            yield from _upwards(machine, value.definition, (*seen, symbol))
        elif not _adds_nothing(machine.qualified(named, home)):
            yield None


def _adds_nothing(name: str) -> bool:
    """Whether a base has nothing that steps ask for."""
    return name in _EMPTY or hasattr(builtins, name)
