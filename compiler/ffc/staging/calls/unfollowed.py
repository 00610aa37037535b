"""Calls of the app's functions that staging cannot follow: what they bind and change is not known.

def add(n):                            total = 0
    global total                       add(int(os.environ["N"]))
    total += n                         load(total)       `total`, whatever it is by then
"""

from __future__ import annotations

from collections.abc import Iterator

import libcst as cst

from ...frontend.names import NameUse, names
from ...frontend.search import find
from ..changes import lose
from ..facts.in_place import in_place
from ..frame import Binding, Frame
from ..machine import Machine
from ..values import RESIDUAL, FunctionValue, of_wiring

_CHANGING = (cst.AnnAssign, cst.Assign, cst.AugAssign, cst.Call, cst.Del, cst.Expr)


def unfollowed(machine: Machine, function: FunctionValue) -> None:
    """Forgets what the function, or one that it calls, may bind or change."""
    for tree, home in _functions(machine, function):
        outside = names(tree)
        for use in outside:
            if use.binds and use.late:
                _bound(machine, home, use)
        if isinstance(tree, cst.FunctionDef):
            for change in in_place(find(tree.body, *_CHANGING), lambda _: ""):
                _changed(machine, home, [use for use in outside if use.node is change.root])


def _bound(machine: Machine, home: Frame, use: NameUse) -> None:
    frame = home.home(use.name)
    held = frame.bindings.get(use.name)
    if held is not None and not of_wiring(held.value):
        frame.set(use.name, Binding(held.symbol, RESIDUAL))
        machine.altered.rebinds[held.symbol] = None


def _changed(machine: Machine, home: Frame, uses: list[NameUse]) -> None:
    for use in uses:
        held = home.meant(use)
        if held is not None and not of_wiring(held.value):
            lose(machine, held.value)
            machine.altered.changes[held.symbol] = None


def _functions(
    machine: Machine, function: FunctionValue
) -> Iterator[tuple[cst.FunctionDef | cst.Lambda, Frame]]:
    """The function and those that it names."""
    pending, seen = [function], {function}
    while pending:
        one = pending.pop()
        tree, home = machine.trees.get(one.definition), machine.homes.get(one.definition)
        if isinstance(tree, cst.ClassDef) or tree is None or home is None:
            continue
        yield tree, home
        for use in names(tree):
            held = home.meant(use)
            inner = held.value if held is not None else None
            if isinstance(inner, FunctionValue) and inner not in seen:
                seen.add(inner)
                pending.append(inner)
