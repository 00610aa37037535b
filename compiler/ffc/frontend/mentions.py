"""What a module imports, read off its text, and what the modules that it imports do in turn."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

from ..diagnostics import Sink
from .modules import Found, Modules
from .read import read


def mentions(modules: Modules, name: str, is_wanted: Callable[[str], bool]) -> bool:
    """Whether a module, or one of the app's that it needs, imports what is wanted."""
    seen: set[str] = set()
    pending = [name]
    while pending:
        one = pending.pop()
        if one in seen:
            continue
        seen.add(one)
        if is_wanted(one):
            return True
        found = modules.find(one)
        if found is not None and found.path is not None:
            pending.extend(_imported(found, modules))
    return False


def _imported(found: Found, modules: Modules) -> Iterator[str]:
    """All dotted names that may be modules: `from a import b` may mean `a.b`."""
    source = read(found.name, found.path, b"", Sink(), modules.files)
    try:
        tree = ast.parse(source.text if source is not None else "")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    package = found.name if found.is_package else found.name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _with_owners(alias.name)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")[: len(package.split(".")) - node.level + 1]
            module = ".".join([*(parts if node.level else ()), *filter(None, [node.module])])
            yield from _with_owners(module)
            yield from (f"{module}.{alias.name}" for alias in node.names)


def _with_owners(name: str) -> Iterator[str]:
    parts = name.split(".")
    yield from (".".join(parts[: index + 1]) for index in range(len(parts)))
