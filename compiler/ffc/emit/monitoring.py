"""The monitor in a driver: the same text in all of them, behind everything else.

It is long, so it is made once, as black writes it (`monitor_text.py`), and only put in place here.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pkgutil import get_data

from ..ir import Program
from .format import format_driver
from .imports import Imported
from .names import Names
from .renamed import renamed

FILES = ("monitor.py.txt", "step_monitor.py.txt")
_ONLY_MAIN = '("main",)'
ENTRY = '\nif __name__ == "__main__":\n'


@dataclass(frozen=True)
class MonitorText:
    """The monitor's code, what it imports, and all names that it binds at the module's level."""

    code: str
    imports: tuple[Imported, ...]
    names: tuple[str, ...]
    builtins: frozenset[str]


def is_watched(program: Program) -> bool:
    """Whether a run submits anything that could be watched."""
    return any(schedule.submissions for schedule in program.schedules)


@cache
def monitor_text(steps: bool) -> MonitorText:
    """The monitor of a driver, which may have `steps`."""
    parts = [_part(file) for file in (FILES if steps else FILES[:1])]
    imports = tuple(dict.fromkeys(one for part in parts for one in part.imports))
    names = tuple(dict.fromkeys(name for part in parts for name in part.names))
    read = frozenset[str]().union(*(part.builtins for part in parts))
    return MonitorText("\n\n".join(part.code for part in parts), imports, names, read)


def _part(file: str) -> MonitorText:
    data = get_data("ffc.templates", file)
    assert data is not None, "the templates are installed as files"
    text = data.decode("utf-8")
    tree = ast.parse(text)
    imports = tuple(_imported(tree))
    first = next(one for one in tree.body if not isinstance(one, (ast.Import, ast.ImportFrom)))
    defined = (name for one in tree.body for name in _defined(one))
    names = tuple(dict.fromkeys([*map(bound, imports), *defined]))
    code = "".join(text.splitlines(keepends=True)[first.lineno - 1 :])
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return MonitorText(code, imports, names, frozenset(read.intersection(dir(builtins))))


def _imported(tree: ast.Module) -> Iterator[Imported]:
    for one in tree.body:
        if isinstance(one, ast.Import):
            yield from (Imported(alias.name) for alias in one.names)
        if isinstance(one, ast.ImportFrom) and one.module is not None:
            yield from (Imported(one.module, alias.name) for alias in one.names)


def _defined(one: ast.stmt) -> Iterator[str]:
    if isinstance(one, (ast.FunctionDef, ast.ClassDef)):
        yield one.name
    if isinstance(one, ast.Assign):
        yield from (target.id for target in one.targets if isinstance(target, ast.Name))


def monitor_names(
    text: MonitorText, names: Names, imported: Mapping[Imported, str]
) -> dict[str, str]:
    """A name for each of the monitor's, beside those at the module's level, what is `imported`."""
    found = {bound(one): imported[one] for one in text.imports if one in imported}
    return found | {name: names.take(name) for name in text.names if name not in found}


def monitor_imports(names: Mapping[str, str]) -> Iterator[Imported]:
    """What the monitor imports, by the names that were chosen for it."""
    for one in _text_of(names).imports:
        name = names[bound(one)]
        yield Imported(one.module, one.name, name if name != bound(one) else None)


def _text_of(names: Mapping[str, str]) -> MonitorText:
    return monitor_text("StepMonitor" in names)


def bound(one: Imported) -> str:
    """The name that an import without an alias binds."""
    return one.name or one.module


def with_monitor(
    driver: str, names: Mapping[str, str], hidden: Mapping[str, str], around: tuple[str, ...]
) -> str:
    """A formatted driver with the monitor in front of its last lines.

    `names` are those of the monitor's code, `hidden` the builtins that the app's names hide,
    `around` those of the main function and of the runtime's definitions before it.
    """
    changed = {name: new for name, new in names.items() if name != new} | dict(hidden)
    code = _text_of(names).code
    code = format_driver(renamed(code, changed)) if changed else code
    before, without, behind = code.partition(f"{names['OWN']} = {_ONLY_MAIN}\n")
    assert without, "a driver that is taken for main() alone"
    own = format_driver(f"{names['OWN']} = {around}\n")
    head, entry, tail = driver.rpartition(ENTRY)
    return f"{head.rstrip()}\n\n\n{before}{own}{behind}\n{entry}{tail}"
