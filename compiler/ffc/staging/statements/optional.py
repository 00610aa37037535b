"""`try` around an import: decided where it is known whether the module is there.

try:                                the app has no fast.py beside it: it is a library, and a
    from fast import solve          library has no tasks. So the task of slow.py is meant
except ImportError:
    from slow import solve
"""

from __future__ import annotations

from collections.abc import Sequence

import libcst as cst

from ...dialects import belongs
from ...frontend.names import names
from ...frontend.search import find_outside_functions
from ..blocks import block
from ..frame import Frame
from ..machine import Machine
from ..modules.importing import IMPORTS, Import_, Imported, imported, module_of
from ..modules.loading import load
from ..modules.members import binding
from ..values import ModuleValue, of_wiring

_CAUGHT = ("ImportError", "ModuleNotFoundError", "Exception", "BaseException")


def optional_import(
    machine: Machine, node: cst.Try, frame: Frame
) -> Sequence[cst.BaseStatement] | None:
    """The statements that `node` comes to, None where only the driver can know."""
    handler = next((one for one in node.handlers if _catches(one)), None)
    if handler is None or not any(map(_import_in, block(node.body))):
        return None
    last = [] if node.finalbody is None else block(node.finalbody.body)
    failed = None if _uses_error(handler) else [*block(handler.body), *last]
    done: list[cst.BaseStatement] = []
    is_wired = any(_is_dialect(machine, one, frame) for one in _imports_in(node.body))
    for statement in block(node.body):
        small = _import_in(statement)
        is_there = True if small is None else _is_there(machine, small, frame)
        is_there = True if is_there is None and is_wired else is_there
        if is_there is None:
            return failed if _falls_back(machine, node, handler, frame) else None
        if not is_there:
            return None if failed is None else [*done, *failed]
        done.append(statement)
    rest = [] if node.orelse is None else block(node.orelse.body)
    return [*done, *rest, *last]


def _catches(handler: cst.ExceptHandler) -> bool:
    """Whether it is for imports that fail."""
    caught = handler.type
    if isinstance(caught, cst.Tuple):
        return any(_is_caught(element.value) for element in caught.elements)
    return caught is None or _is_caught(caught)


def _is_caught(caught: cst.BaseExpression) -> bool:
    return isinstance(caught, cst.Name) and caught.value in _CAUGHT


def _import_in(statement: cst.BaseStatement) -> Import_ | None:
    small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
    return small if isinstance(small, IMPORTS) else None


def _uses_error(handler: cst.ExceptHandler) -> bool:
    """Whether it says what went wrong, which only Python can."""
    name = handler.name.name if handler.name is not None else None
    return isinstance(name, cst.Name) and any(use.name == name.value for use in names(handler.body))


def _is_there(machine: Machine, small: Import_, frame: Frame) -> bool | None:
    """Whether the import works; None for somebody else's module."""
    if isinstance(small, cst.ImportFrom) and module_of(machine, small, frame) is None:
        return False
    own = list(imported(machine, small, frame))
    if not own:
        return True if _is_dialect(machine, small, frame) else None
    return all(_has(machine, one) for one in own)


def _is_dialect(machine: Machine, small: Import_, frame: Frame) -> bool:
    if isinstance(small, cst.ImportFrom):
        return belongs(module_of(machine, small, frame) or "")
    return all(belongs(alias.evaluated_name) for alias in small.names)


def _has(machine: Machine, one: Imported) -> bool:
    """Whether the module is there, and the name in it."""
    assert machine.finder is not None
    found = machine.finder.find(one.module)
    if found is None:
        return False
    if one.name is None or machine.finder.find(f"{one.module}.{one.name}") is not None:
        return True
    module = load(machine, one.module, one.place)
    return not isinstance(module, ModuleValue) or one.name in module.frame.bindings


def _falls_back(machine: Machine, node: cst.Try, handler: cst.ExceptHandler, frame: Frame) -> bool:
    """Whether the app's own wiring stands in for a library: then that is what the app wires."""
    if any(any(imported(machine, small, frame)) for small in _imports_in(node.body)):
        return False
    own = [one for small in _imports_in(handler.body) for one in imported(machine, small, frame)]
    values = [binding(machine, one).value for one in own]
    return any(of_wiring(value) or machine.is_wiring(value) for value in values)


def _imports_in(body: cst.BaseSuite) -> tuple[Import_, ...]:
    return find_outside_functions(body, *IMPORTS)
