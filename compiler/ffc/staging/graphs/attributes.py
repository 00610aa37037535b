"""What the body of a step's class says of its nodes: `Parameters`, `Outputs`, the docstring."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from inspect import signature

import libcst as cst

from ...frontend.names import names
from ...ir import UNKNOWN, Parameter, Symbol
from ..machine import Machine
from ..values import RESIDUAL, Value, to_python
from .family import Member, family, runtime_class


def class_attribute(machine: Machine, symbol: Symbol, name: str) -> object:
    """The value of a class attribute as a Python object, `UNKNOWN` where it is not known.

    It is looked for in the class and in its bases, those of the runtime included.
    """
    return attribute(machine, family(machine, symbol), name)


def attribute(machine: Machine, classes: list[Member | str | None], name: str) -> object:
    """The same in the classes of a family."""
    for one in classes:
        if one is None:
            return UNKNOWN
        if isinstance(one, str):
            return getattr(runtime_class(one), name, None)
        own = [use.name for use in names(one.tree.body) if use.binds and not use.late]
        if name in own:
            found = assigned(one.tree, name)
            read = {use.name for use in names(found)} if found is not None else set()
            if found is None or own.count(name) > 1 or read.intersection(own):
                return UNKNOWN  # what the names in the body of a class mean, that knows alone
            return to_python(machine.evaluate(found, one.home))
    return None


def class_value(machine: Machine, symbol: Symbol, name: str) -> Value:
    """The same as a value of staging."""
    for one in family(machine, symbol):
        found = assigned(one.tree, name) if isinstance(one, Member) else None
        if isinstance(one, Member) and found is not None:
            return machine.evaluate(found, one.home)
    return RESIDUAL


def runtime_parameters(helper: str) -> tuple[Parameter, ...] | None:
    """What `__init__` of a class of the runtime takes, None where there is no such class."""
    found = runtime_class(helper)
    if found is None:
        return None
    taken = signature(found).parameters.values()
    return tuple(Parameter(one.name, required=one.default is one.empty) for one in taken)


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


def assigned(tree: cst.ClassDef, name: str) -> cst.BaseExpression | None:
    """What the body of a class gives to a name last, at its own level."""
    found = None
    for target, value in assignments(tree):
        if isinstance(target, cst.Name) and target.value == name:
            found = value
    return found


def assignments(tree: cst.ClassDef) -> Iterator[tuple[cst.BaseExpression, cst.BaseExpression]]:
    """The targets of assignments in the body of a class, and what they get."""
    for line in tree.body.body:
        for small in line.body if isinstance(line, cst.SimpleStatementLine) else ():
            if isinstance(small, cst.Assign):
                yield from ((one.target, small.value) for one in small.targets)
            elif isinstance(small, cst.AnnAssign) and small.value is not None:
                yield small.target, small.value
