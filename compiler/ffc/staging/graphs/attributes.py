"""What the body of a step's class says of its nodes: `Parameters`, `Outputs`, the docstring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from inspect import signature

import libcst as cst

from ...ir import Parameter, Symbol
from ..frame import Frame
from ..machine import Machine
from ..values import (
    RESIDUAL,
    FunctionValue,
    HelperValue,
    RemoteValue,
    TaskValue,
    Value,
    to_python,
)

_MODULES = ("source", "batch", "prompt", "function", "ready", "resource", "step")


def class_attribute(machine: Machine, symbol: Symbol, name: str) -> object:
    """The value of a class attribute as a Python object, `UNKNOWN` where it is not known.

    It is looked for in the class and in its bases, those of the runtime included.
    """
    for tree, home in _family(machine, symbol):
        if isinstance(tree, str):
            return runtime_attribute(tree, name)
        for value in _assigned(tree, name):
            return to_python(machine.evaluate(value, home))
    return None


def class_value(machine: Machine, symbol: Symbol, name: str) -> Value:
    """The same as a value of staging."""
    for tree, home in _family(machine, symbol):
        for value in () if isinstance(tree, str) else _assigned(tree, name):
            return machine.evaluate(value, home)
    return RESIDUAL


def runtime_attribute(helper: str, name: str) -> object:
    """The attribute of a class of the runtime, which is ours and needs no Ray."""
    for module in _MODULES:
        found = getattr(import_module(f"ffc.runtime.steps.{module}"), helper, None)
        if found is not None:
            return getattr(found, name, None)
    return None


def runtime_parameters(helper: str) -> tuple[Parameter, ...] | None:
    """What `__init__` of a class of the runtime takes, None where there is no such class."""
    init = runtime_attribute(helper, "__init__")
    if not callable(init) or init is object.__init__:
        return None if init is None else ()
    _, *found = signature(init).parameters.values()
    return tuple(Parameter(one.name, required=one.default is one.empty) for one in found)


def first_line(tree: cst.FunctionDef | cst.ClassDef) -> str:
    """The first line of a docstring, empty where there is none."""
    text = tree.get_docstring() or ""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def parameters_of(declared: object) -> Mapping[str, Mapping[str, object]]:
    """`Parameters`, as far as it is written as it should be."""
    if not isinstance(declared, dict):
        return {}
    return {
        name: entry if isinstance(entry, dict) else {}
        for name, entry in declared.items()
        if isinstance(name, str)
    }


def _family(machine: Machine, symbol: Symbol) -> Iterator[tuple[cst.ClassDef | str, Frame]]:
    """A class and its bases, nearest first; those of the runtime by their names."""
    tree, home = machine.trees[symbol], machine.homes[symbol]
    if not isinstance(tree, cst.ClassDef):
        return
    yield tree, home
    for base in tree.bases:
        bound = home.named(base.value)
        value = bound.value if bound is not None else None
        if isinstance(value, HelperValue):
            yield value.name, home
        elif isinstance(value, (FunctionValue, RemoteValue, TaskValue)):
            yield from _family(machine, value.definition)


def _assigned(tree: cst.ClassDef, name: str) -> Iterator[cst.BaseExpression]:
    for line in tree.body.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.Assign):
                target: cst.BaseExpression = small.targets[0].target
            elif isinstance(small, cst.AnnAssign):
                target = small.target
            else:
                continue
            if isinstance(target, cst.Name) and target.value == name and small.value is not None:
                yield small.value
