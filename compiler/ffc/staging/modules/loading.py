"""The app's own modules: each is staged once, where the first import of it is reached.

import config              the statements of config.py are staged here;
rate = config.RATE         `config.RATE` is the `RATE` of that module: in the driver, its own name
"""

from __future__ import annotations

from collections.abc import Mapping

import libcst as cst

from ...diagnostics import reading as reading_errors
from ...diagnostics import staging as errors
from ...frontend.modules import Found
from ...frontend.parse import ParsedModule
from ...ir import Effect, Fragment, Plain, Symbol, text
from ..docstring import split_docstring
from ..frame import Binding, Frame
from ..machine import Machine
from ..values import BROKEN, RESIDUAL, Broken, Known, ModuleValue, Value


def is_local(machine: Machine, module: str, wanted: tuple[str, ...] = ()) -> bool:
    """Whether an import of `module`, or of the names `wanted` from it, is one of the app's own."""
    finder = machine.finder
    if finder is None or finder.keeps(module):
        return False
    found, top = finder.find(module), finder.find(module.partition(".")[0])
    if found is not None and found.path is not None:
        return True
    if top is not None and top.path is not None:
        return True  # its package is here: so it is missing
    return found is not None and any(_is_file(finder.find(f"{module}.{one}")) for one in wanted)


def _is_file(found: Found | None) -> bool:
    return found is not None and found.path is not None


def load(machine: Machine, module: str, place: cst.CSTNode) -> ModuleValue | Broken:
    """The module with that dotted name, staged by now; one that is not there is refused."""
    value: ModuleValue | Broken = BROKEN
    parts = module.split(".")
    for index in range(len(parts)):
        value = _loaded(machine, ".".join(parts[: index + 1]), place)
        if isinstance(value, Broken):
            break
    return value


def _loaded(machine: Machine, module: str, place: cst.CSTNode) -> ModuleValue | Broken:
    held = machine.modules.get(module)
    if held is not None:
        return held
    assert machine.finder is not None
    found = machine.finder.find(module)
    if found is None:
        siblings = machine.finder.siblings(module)
        machine.refuse(reading_errors.MissingModule(machine.span(place), module, siblings))
        return BROKEN
    record, span = machine.record, machine.span(place)
    mark, start, at = record.mark(), len(record.statements), record.outside()
    is_sure = not machine.trail.notes and not record.path and not machine.is_over
    count = 0

    def undo() -> None:
        machine.modules.pop(module, None)
        record.take(at, count)
        record.restore(mark)

    with machine.trail.aside(undo):
        value = _stage(machine, found)
        acts = isinstance(value, ModuleValue) and _acts(machine, value, start)
        if acts and not is_sure:
            machine.refuse(errors.LateImport(span, module))
        count = len(record.statements) - start
        record.put(at, *record.take(start, count))
    return value


def _stage(machine: Machine, found: Found) -> ModuleValue | Broken:
    assert machine.finder is not None
    scope = machine.record.new_scope()
    if found.path is None:
        value = ModuleValue(found.name, Frame(scope, machine.trail), staged=True)
        machine.modules[found.name] = value
    else:
        parsed = machine.finder.read(found, machine.sink)
        if parsed is None:
            machine.modules[found.name] = BROKEN
            return BROKEN
        value = ModuleValue(found.name, machine.module_frame(parsed, scope))
        value.frame.package = found.name if found.is_package else found.name.rpartition(".")[0]
        machine.modules[found.name] = value
        _execute(machine, found, parsed, value.frame)
        value.staged = True
    machine.trail.bindings += 1
    owner, _, name = found.name.rpartition(".")
    parent = machine.modules.get(owner)
    if isinstance(parent, ModuleValue):
        symbol = Symbol(name, parent.frame.scope)
        parent.frame.set(name, Binding(symbol, value, defined=True))
    return value


def _execute(machine: Machine, found: Found, parsed: ParsedModule, frame: Frame) -> None:
    docstring, body = split_docstring(parsed.tree)
    for name, (value, code) in _specials(machine, found, docstring).items():
        frame.set(name, Binding(Symbol(name, frame.scope), value, code))
    record = machine.record
    state = record.path, record.layout, machine.returned, machine.hint, machine.bare
    record.path, machine.returned, machine.hint = (), None, ""
    record.paragraph = True
    machine.execute(body, frame)
    record.path, record.layout, machine.returned, machine.hint, machine.bare = state
    record.paragraph = True


def _specials(
    machine: Machine, found: Found, docstring: str | None
) -> Mapping[str, tuple[Value, Fragment]]:
    """The names that Python gives a module; the driver has others under these names."""
    assert machine.finder is not None and found.path is not None
    special: dict[str, tuple[Value, Fragment]] = {
        "__name__": (Known(found.name), text(repr(found.name))),
        "__doc__": (Known(docstring), text(repr(docstring))),
    }
    if found.path.parent != machine.finder.app:
        parts = ", ".join(map(repr, machine.finder.beside_app(found.path).split("/")))
        code = text(f"os.path.join(os.path.dirname(__file__), {parts})")
        special["__file__"] = (RESIDUAL, code)
    return special


def _acts(machine: Machine, module: ModuleValue, start: int) -> bool:
    """Whether a module whose statements begin at `start` did more than to make names of its own."""
    for statement in machine.record.statements[start:]:
        if not isinstance(statement, Plain) or statement.effect is not Effect.NONE:
            return True
        scope = module.frame.scope
        if any(symbol.scope < scope for symbol in (*statement.defines, *statement.changes)):
            return True
    return False
