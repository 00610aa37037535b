"""What an import statement means: a module of the app, or somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import libcst as cst
from libcst.helpers import get_full_name_for_node

from ...diagnostics import reading as reading_errors
from ...dialects import belongs
from ...frontend.search import find
from ..frame import Frame
from ..machine import Machine
from .loading import is_local

Import_ = cst.Import | cst.ImportFrom
IMPORTS: tuple[type[Import_], ...] = (cst.Import, cst.ImportFrom)


@dataclass(frozen=True)
class Imported:
    """A name that is bound to a module of the app, or to what it calls `name`."""

    bound: str
    module: str
    name: str | None
    place: cst.ImportAlias

    @property
    def is_top(self) -> bool:
        """Whether `import a.b` binds `a`."""
        return self.name is None and self.place.asname is None


def imported(machine: Machine, node: Import_, frame: Frame) -> Iterator[Imported]:
    """What the statement imports of the app's own modules."""
    if isinstance(node, cst.Import):
        for alias in node.names:
            module = alias.evaluated_name
            if not belongs(module) and is_local(machine, module):
                bound = alias.evaluated_alias or module.partition(".")[0]
                yield Imported(bound, module, None, alias)
        return
    source = module_of(machine, node, frame)
    if source is None or belongs(source) or not is_followed(machine, node, source):
        return
    for alias in () if isinstance(node.names, cst.ImportStar) else node.names:
        name = alias.evaluated_name
        yield Imported(alias.evaluated_alias or name, source, name, alias)


def has_imports(piece: cst.CSTNode) -> bool:
    """Whether anything is imported inside."""
    return bool(find(piece, *IMPORTS))


def imports_any(machine: Machine, tree: cst.Module, frame: Frame) -> bool:
    """Whether it imports one of the app's own modules."""
    if machine.finder is None:
        return False
    smalls = find(tree, *IMPORTS)
    return any(True for small in smalls for _ in imported(machine, small, frame))


def module_of(machine: Machine, node: cst.ImportFrom, frame: Frame) -> str | None:
    """The dotted name of the module that is imported from; None where no package is around it."""
    named = get_full_name_for_node(node.module) if node.module is not None else None
    level = len(node.relative)
    if level == 0 or machine.finder is None:
        return "." * level + (named or "")
    package = frame.module.package
    parts = package.split(".") if package else []
    if level > len(parts):
        return None
    return ".".join([*parts[: len(parts) - level + 1], *([named] if named else [])])


def is_followed(machine: Machine, node: cst.ImportFrom, module: str) -> bool:
    """Whether the module is one of the app's own."""
    if machine.finder is None or machine.finder.keeps(module):
        return False
    return bool(node.relative) or is_local(machine, module, imported_names(node))


def imported_names(node: cst.ImportFrom) -> tuple[str, ...]:
    """What it imports from the module, a star left out."""
    aliases = () if isinstance(node.names, cst.ImportStar) else node.names
    return tuple(alias.evaluated_name for alias in aliases)


def absolute(node: cst.ImportFrom, module: str) -> cst.ImportFrom:
    """The import with the whole name of the module: a driver is in no package."""
    dotted = cst.parse_expression(module)
    assert isinstance(dotted, (cst.Attribute, cst.Name))
    space = cst.SimpleWhitespace(" ")
    return node.with_changes(relative=(), module=dotted, whitespace_after_from=space)


def refuse_relative(machine: Machine, node: cst.ImportFrom, frame: Frame) -> None:
    """Refuses a relative import that leads out of all packages."""
    package = frame.module.package.partition(".")[0]
    reason = (
        f"a relative import that leads out of the package `{package}`"
        if package
        else "a relative import in a module that is in no package"
    )
    named = get_full_name_for_node(node.module) if node.module is not None else None
    span = machine.span(node)
    machine.refuse(reading_errors.MissingModule(span, "", (), reason, named or ""))
