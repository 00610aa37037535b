"""The functions of a definition, with the syntax in them of which facts are made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import libcst as cst
from libcst.helpers import get_full_name_for_node

from ...frontend.names import NameUse, body_names, names
from ...frontend.search import find
from ...frontend.signature import methods_of
from ..frame import Frame
from ..machine import Definition_, Machine

_TELLING = (
    cst.AnnAssign,
    cst.Assign,
    cst.AugAssign,
    cst.Call,
    cst.Del,
    cst.Expr,
    cst.Global,
    cst.Import,
    cst.ImportFrom,
)


@dataclass(frozen=True)
class Code:
    """A function, or a method of class `owner`. `nodes` are those in it that may tell something.

    `home` has the names around it. `imports` are the names that stand for something imported, in it
    or in its module.
    """

    machine: Machine
    home: Frame
    tree: cst.FunctionDef
    owner: str
    nodes: tuple[cst.CSTNode, ...]
    imports: Mapping[str, str]

    @property
    def name(self) -> str:
        name = str(self.tree.name.value)
        return f"{self.owner}.{name}" if self.owner else name

    @property
    def outside(self) -> tuple[NameUse, ...]:
        """The uses of names of the module."""
        return names(self.tree)

    @property
    def inside(self) -> tuple[NameUse, ...]:
        """The uses of its own names, its parameters first."""
        return body_names(self.tree)

    def qualified(self, called: cst.BaseExpression) -> str:
        """The qualified name of something imported; the text of another name."""
        if isinstance(called, cst.Attribute):
            return f"{self.qualified(called.value)}.{called.attr.value}"
        name = str(called.value) if isinstance(called, cst.Name) else "?"
        return self.imports.get(name, name)


class Imports:
    """What the names that a module imports stand for, once all of it is bound."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self._found: dict[int, Mapping[str, str]] = {}  # by scope: a module has many functions

    def of(self, module: Frame) -> Mapping[str, str]:
        """What the imported names of this module stand for."""
        if module.scope not in self._found:
            imported = self._machine.record.imported
            bound = ((name, imported.get(one.symbol)) for name, one in module.bindings.items())
            self._found[module.scope] = {n: one.qualified for n, one in bound if one is not None}
        return self._found[module.scope]


def functions(
    machine: Machine, tree: Definition_, home: Frame, module_imports: Imports
) -> Iterator[Code]:
    """The function itself, or the methods that the class defines in `home`."""
    imports = module_imports.of(home.module)
    owner = "" if isinstance(tree, cst.FunctionDef) else str(tree.name.value)
    for function in [tree] if isinstance(tree, cst.FunctionDef) else methods_of(tree):
        nodes = find(function.body, *_TELLING)
        yield Code(machine, home, function, owner, nodes, {**imports, **dict(_imported(nodes))})


def _imported(nodes: Iterable[cst.CSTNode]) -> Iterator[tuple[str, str]]:
    """What the imports inside a function bind, and to what."""
    for node in nodes:
        if isinstance(node, cst.Import):
            for alias in node.names:
                module, name = alias.evaluated_name, alias.evaluated_alias
                top = module.partition(".")[0]
                yield (top, top) if name is None else (name, module)
        elif isinstance(node, cst.ImportFrom) and not isinstance(node.names, cst.ImportStar):
            origin = get_full_name_for_node(node.module) if node.module is not None else ""
            for alias in node.names:
                member = alias.evaluated_name
                yield alias.evaluated_alias or member, f"{origin}.{member}"
