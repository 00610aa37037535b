"""Whether functions of the app make nodes, workflows or runs when they are called."""

from __future__ import annotations

import libcst as cst

from ..dialects import belongs
from ..frontend.names import body_names, names
from ..frontend.search import find
from .machine import Machine
from .modules.blocks import imported_values
from .values import BoundValue, FunctionValue, Value, of_wiring


class WiringFunctions:
    """What is known of the functions that were asked about."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._wiring: dict[FunctionValue, tuple[bool, int]] = {}
        self._asked: set[FunctionValue] = set()

    def has(self, value: Value) -> bool:
        """Whether it is such a function."""
        if isinstance(value, BoundValue):
            return self.has(value.function)
        if not isinstance(value, FunctionValue):
            return False
        if self._asked:  # about one that may use this one
            return value not in self._asked and self._makes_nodes(value)
        trail, known = self._machine.trail, self._wiring.get(value)
        if known is None or not (known[0] or known[1] == trail.bindings):
            known = self._wiring[value] = self._makes_nodes(value), trail.bindings
            self._asked.clear()
        return known[0]

    def _makes_nodes(self, function: FunctionValue) -> bool:
        """Whether its body, or a function that it calls, names something of the wiring."""
        self._asked.add(function)
        machine = self._machine
        cls = machine.classes.get(function.definition)
        if cls is not None and any(of_wiring(held.value) for held in cls.members.values()):
            return True
        if function.definition not in machine.trees:
            return False
        tree, home = machine.trees[function.definition], machine.homes[function.definition]
        if isinstance(tree, cst.FunctionDef) and _imports_dialect(tree):
            return True
        uses = names(tree) if isinstance(tree, cst.ClassDef) else body_names(tree)
        bound = {use.name for use in uses if use.binds}
        for use in uses:
            held = home.meant(use) if use.name not in bound else None
            if held is not None and of_wiring(held.value):
                return True
        inside = imported_values(machine, tree, home) if isinstance(tree, cst.FunctionDef) else ()
        return any(of_wiring(value) for value in inside)


def _imports_dialect(tree: cst.FunctionDef) -> bool:
    for node in find(tree.body, cst.Import, cst.ImportFrom):
        code = cst.Module(body=()).code_for_node(node).split()
        if len(code) > 1 and belongs(code[1].rstrip(",")):
            return True
    return False
