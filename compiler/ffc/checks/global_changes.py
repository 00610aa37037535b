"""Tasks that change variables of the module: the driver and other workers do not see it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..diagnostics import Sink
from ..diagnostics import graph as errors
from ..ir import DefinitionKind, Program
from ..ir.facts import GlobalChange, How
from ..slicing.shipped import Shipped, running, shipped
from .variables import Variables

# What others make may be a store of its own, where a change is none of the variable's.
_IN_MEMORY = frozenset(
    "argparse array collections configparser copy cupy dataclasses functools itertools jax json "
    "math numpy pandas polars random string tomllib torch types weakref yaml".split()
)


def global_changes(program: Program, sink: Sink) -> None:
    variables = Variables(program)
    tasks = sorted(running(program), key=lambda d: d.kind is DefinitionKind.ACTOR)
    for one in shipped(program.definitions, tasks):
        for change in _lost(one, variables):
            sink.report(_warning(one, change))


def _lost(one: Shipped, variables: Variables) -> Iterator[GlobalChange]:
    """The changes that matter: an actor may keep something in its copy of a variable."""
    for change in one.definition.facts.global_changes:
        is_own = change.how is How.ATTRIBUTE or not _is_foreign(change, variables)
        if change.how is How.BINDS or (one.task.kind is DefinitionKind.TASK and is_own):
            yield change


def _is_foreign(change: GlobalChange, variables: Variables) -> bool:
    """Whether the variable holds what a library opened: `store = zarr.open(path)`."""
    value = variables.value(change.symbol)
    if value is None or not isinstance(value.tree, ast.Call):
        return False
    library, dot, _ = variables.qualified(value.tree.func, value).partition(".")
    return bool(dot) and library not in _IN_MEMORY


def _warning(one: Shipped, change: GlobalChange) -> errors.GlobalChange:
    return errors.GlobalChange(
        span=change.span,
        name=change.symbol.name,
        owner=one.owner,
        helper="" if one.is_task else change.function,
        is_actor=one.task.kind is DefinitionKind.ACTOR,
        task=None if one.is_task else one.task.span,
    )
