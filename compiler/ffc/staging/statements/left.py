"""Names that a statement which stays code may leave as they were.

for name in ("moons", "circles"):        two nodes; `name` is written out in each pass
    load(name)
for name in found():                     may have no pass: `name` must be a variable of the driver
    print(name)                          that holds "circles", if it is read behind the loop
save(name)
"""

from __future__ import annotations

from collections.abc import Iterable

import libcst as cst

from ...frontend.names import body_names, names, target_names
from ...frontend.search import find
from ..frame import Binding, Frame
from ..keep import keep_binding
from ..machine import Machine
from ..values import Evaluated, of_wiring

_FUNCTIONS = (cst.FunctionDef, cst.Lambda)


def bound_names(node: cst.CSTNode) -> tuple[str, ...]:
    """The names that the statement binds, each once."""
    return tuple(dict.fromkeys(use.name for use in names(node) if use.binds))


def give_variables(
    machine: Machine,
    node: cst.BaseCompoundStatement,
    frame: Frame,
    bound: Iterable[str],
    behind: bool = True,
) -> None:
    """Binds a variable of the driver to what the names stand for, where the statement may read it.

    With `behind`, where what comes behind the statement may read it, too.
    """
    for name in bound:
        held = frame.lookup(name)
        if held is None or held.code is None or of_wiring(held.value):
            continue
        if _is_read(node, name) or (behind and _is_read_behind(machine, node, frame, name)):
            given = Evaluated(held.value, held.code, machine.span(node), held.source)
            keep_binding(machine, frame, cst.Name(name), given)


def _is_read(node: cst.BaseCompoundStatement, name: str) -> bool:
    """Whether the statement reads the name, and may do so before it binds it."""
    first = node.iter if isinstance(node, cst.For) and _is_target(node, name) else node
    return any(use.name == name and not use.binds for use in names(first))


def _is_read_behind(
    machine: Machine, node: cst.BaseCompoundStatement, frame: Frame, name: str
) -> bool:
    tree = _scope(machine, frame.home(name))
    uses = body_names(tree) if isinstance(tree, _FUNCTIONS) else names(tree)
    inside = {id(use.node) for use in names(node)}
    last = max((i for i, use in enumerate(uses) if id(use.node) in inside), default=0)
    first = 0 if machine.record.path else last  # a loop comes to what stands above it
    for loop in find(tree, cst.For):
        if _is_target(loop, name):
            inside.update(id(use.node) for use in names(loop.body))
    others = (use for use in uses[first:] if id(use.node) not in inside)
    return any(use.name == name and not use.binds for use in others)


def _is_target(node: cst.For, name: str) -> bool:
    return any(target.value == name for target in target_names(node.target))


def _scope(machine: Machine, home: Frame) -> cst.FunctionDef | cst.Lambda | cst.Module:
    """The code of the scope that binds the name."""
    tree = machine.trees.get(home.function) if home.function is not None else None
    return tree if isinstance(tree, _FUNCTIONS) else (home.parsed or machine.module).tree


def restore(frame: Frame, name: str, held: Binding | None) -> None:
    """The statement that has been kept does not bind the name."""
    if held is not None:
        frame.home(name).set(name, held)
