"""Notes which call of a function nodes and statements come from, so that drivers may keep it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import libcst as cst

from ...frontend.signature import returns_of
from ...ir import Fragment, Symbol, SymbolUse
from ..docstring import docstring_of
from ..frame import Binding, Frame
from ..record import Record
from ..reify import reify
from ..values import of_wiring
from .parameters import all_parameters


@contextmanager
def in_call(
    record: Record,
    function: Symbol,
    tree: cst.FunctionDef | cst.Lambda,
    inner: Frame,
    gap: bool,
) -> Iterator[None]:
    """What is recorded meanwhile comes from a call of `function`; that of a lambda does not."""
    if record.trail.attempts or not isinstance(tree, cst.FunctionDef):
        yield
        return
    outer = record.call
    made = record.called(
        function, _given(tree, inner), _doc(tree), inner.scope, _returned(tree), gap
    )
    record.call = made.id
    try:
        yield
    finally:
        record.call = outer


def _given(tree: cst.FunctionDef, inner: Frame) -> tuple[tuple[str, Fragment], ...]:
    """What stands for each parameter."""
    bound = {
        one.name.value: inner.bindings.get(one.name.value) for one in all_parameters(tree.params)
    }
    return tuple((name, _code(one)) for name, one in bound.items() if one is not None)


def _code(bound: Binding) -> Fragment:
    """What stands for a name: that of its node, if it is one."""
    made = reify(bound.value) if of_wiring(bound.value) else None
    return bound.code or made or Fragment((SymbolUse(bound.symbol),))


def _returned(tree: cst.FunctionDef) -> tuple[str, ...]:
    """The variables in the last `return`, in its order."""
    values = returns_of(tree).returned
    parts = values[-1].elements if values and isinstance(values[-1], cst.Tuple) else ()
    return tuple(one.value.value for one in parts if isinstance(one.value, cst.Name))


def _doc(tree: cst.FunctionDef) -> str:
    found = docstring_of(tree.body)
    return "" if found is None else cst.Module(body=()).code_for_node(found)
