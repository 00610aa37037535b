"""Whether the wiring may come to code that decides which nodes are made.

Only then the driver may need the app's own variables with the refs of nodes. What tasks decide,
and functions that no wiring names, is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import libcst as cst
from libcst.helpers import get_full_name_for_node

from ..dialects import Meaning, meaning
from ..frontend.names import names
from ..frontend.search import find_outside_functions, finds

_DECIDING = (
    *(cst.For, cst.While, cst.If, cst.IfExp, cst.BooleanOperation, cst.With, cst.Try),
    *(cst.ListComp, cst.SetComp, cst.DictComp, cst.GeneratorExp),
)


def decides(module: cst.Module, rebound: Collection[str]) -> bool:
    """Whether the wiring of a module may decide; `rebound` are names that it binds again."""
    marks = {name for name in _marks(module) if name not in rebound}
    functions: dict[str, list[cst.FunctionDef]] = {}
    pending: list[str] = []
    for statement in module.body:
        read = [use for use in names(statement) if not use.binds]
        if isinstance(statement, cst.FunctionDef):
            if any(finds(part, *_DECIDING) for part in (*statement.decorators, statement.params)):
                return True
            if not _is_task(statement, marks):
                functions.setdefault(statement.name.value, []).append(statement)
            read = [use for use in read if not use.late]  # its body is read if it is named
        elif finds(statement, *_DECIDING):
            return True
        pending += (use.name for use in read)
    while pending:
        for function in functions.pop(pending.pop(), ()):
            if finds(function, *_DECIDING):
                return True
            pending += (use.name for use in names(function))
    return False


def _marks(module: cst.Module) -> Iterator[str]:
    """The names that the module imports for decorators that make tasks."""
    for node in find_outside_functions(module, cst.ImportFrom):
        if node.module is None or isinstance(node.names, cst.ImportStar):
            continue
        package = get_full_name_for_node(node.module)
        for alias in node.names:
            if meaning(f"{package}.{alias.evaluated_name}") is Meaning.TASK:
                yield alias.evaluated_alias or alias.evaluated_name


def _is_task(function: cst.FunctionDef, marks: Collection[str]) -> bool:
    only = function.decorators[0].decorator if len(function.decorators) == 1 else None
    return isinstance(only, cst.Name) and only.value in marks
