"""What stands at the driver's module level: constants, functions, tasks, and the runtime."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from itertools import groupby

from ..ir import Definition, DefinitionKind, NodeKind, Plain, Program, Symbol
from ..slicing import Slice
from .calls_before import prepared
from .first_lines import with_first_lines
from .helpers import Helpers, module_of, statements
from .name_table import NameTable
from .own_process import environment
from .placement import Placement
from .prepared import label
from .renamed import renamed
from .wrapping import Wrapper, base_classes, step_functions

# Decorators and bases must be there before the app's own; other helpers come behind it.
_DECORATORS = frozenset({"unpacked", "unpacked_methods", "Step", "Plugin"})


def module_items(
    program: Program, kept: Slice, placement: Placement, names: NameTable
) -> tuple[str, ...]:
    """The app's own definitions and statements that stay at module level, in its order."""
    packed, bases = _packed(program), base_classes(kept) | prepared(program)
    plain = step_functions(program)
    items = [
        (d.order, "\n\n", _definition(d, names, list(packed.get(d.symbol, ())), bases, plain))
        for d in kept.definitions
    ]
    for index in sorted(placement.at_module):
        statement = program.statements[index]
        assert isinstance(statement, Plain)
        items.append((statement.order, "\n" * statement.gap, _statement(statement, names)))
    blocks: list[str] = []
    for _, above, text in sorted(items):
        if blocks and above != "\n\n" and not blocks[-1].startswith(("def ", "class ", "@")):
            blocks[-1] += f"\n{above}{text}"
        else:
            blocks.append(text)
    return tuple(blocks)


def _statement(statement: Plain, names: NameTable) -> str:
    behind = f"  {statement.comments.behind}" if statement.comments.behind else ""
    code = names.fill(statement.code).rstrip("\n") + behind
    return "\n".join([*statement.comments.above, code])


def _definition(
    definition: Definition,
    names: NameTable,
    packed: Sequence[str],
    bases: Set[Symbol],
    plain: Set[Symbol],
) -> str:
    if definition.is_expression:
        made = names.fill(definition.tail)
        for decorator in reversed(_decorators(definition, names, packed, bases, plain)):
            made = f"{decorator}({made})"
        return f"{names.symbols[definition.symbol]} = {made}"
    decorators = "".join(
        f"@{one}\n" for one in _decorators(definition, names, packed, bases, plain)
    )
    head, tail = names.fill(definition.head), names.fill(definition.tail)
    if calls := names.within.get(definition.symbol):
        tail = with_first_lines(tail, [f"{names.fill(call.function)}()" for call in calls])
    return f"{head}{decorators}{tail}".strip("\n") + _own_name(definition, names)


def _own_name(definition: Definition, names: NameTable) -> str:
    """A class that has another name here still says its own: `Point(x=1)`."""
    name, own = names.symbols[definition.symbol], definition.symbol.name
    if name == own or definition.kind is not DefinitionKind.CLASS:
        return ""
    return f"\n\n\n{name}.__name__ = {name}.__qualname__ = {own!r}  # for its repr()"


def _decorators(
    definition: Definition,
    names: NameTable,
    packed: Sequence[str],
    bases: Set[Symbol],
    plain: Set[Symbol],
) -> list[str]:
    symbol = definition.symbol
    found: list[str] = []
    if definition.kind is DefinitionKind.TASK:
        wrapped = any(wrapper.function == symbol for wrapper in names.wrappers)
        if not wrapped and symbol not in plain:
            found.append(_remote(symbol, names))
        if packed:
            found.append(names.own["unpacked"])
    elif definition.kind is DefinitionKind.ACTOR:
        if symbol not in bases:
            found.append(f"{names.own['ray']}.remote")
        if packed:
            methods = ", ".join(repr(method) for method in packed)
            found.append(f"{names.own['unpacked_methods']}({methods})")
    return found


def _remote(symbol: Symbol, names: NameTable) -> str:
    """Ray's decorator of a task; one that plugins prepare has processes of its own."""
    ray = f"{names.own['ray']}.remote"
    if symbol not in names.within:
        return ray
    calls = label(Wrapper(symbol, None, calls=names.within[symbol]), names)
    return f"{ray}(runtime_env={environment(calls)})"


def _packed(program: Program) -> Mapping[Symbol, Mapping[str, None]]:
    """The methods (of a function, itself) that some node calls with refs inside containers."""
    found: defaultdict[Symbol, dict[str, None]] = defaultdict(dict)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            node = program.nodes[submission.node]
            if any(argument.nested for argument in submission.arguments):
                method = node.method or ("__init__" if node.kind is NodeKind.ACTOR else "")
                found[node.definition][method] = None
    return found


def at_once(
    program: Program, kept: Slice, placement: Placement, names: NameTable
) -> frozenset[str]:
    """The helpers that must be there when the module is read: others come behind `main()`."""
    codes = [d.head for d in kept.definitions]
    codes += [d.tail for d in kept.definitions if d.kind is not DefinitionKind.TASK]
    plain = (program.statements[index] for index in sorted(placement.at_module))
    codes += [one.code for one in plain if isinstance(one, Plain)]
    found = {helper for code in codes for helper in code.helpers}
    if any(wrapper.keys is not None and not wrapper.is_prepared for wrapper in names.wrappers):
        found.add("returning_items")
    return _DECORATORS | found


def helper_items(
    inlined: Helpers, names: NameTable, at_once: Set[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The runtime's definitions: those that are needed `at_once`, and the others."""
    early: list[str] = []
    late: list[str] = []
    modules = _modules(inlined, at_once)
    for program, kept in inlined.slices:
        target = early if _module(program) in modules else late
        items = [(one.order, _statement(one, names)) for one in statements(program, kept)]
        for definition in kept.definitions:
            head, tail = names.fill(definition.head), names.fill(definition.tail)
            items.append((definition.order, f"{head}{tail}".strip("\n")))
        target += _together([renamed(text, names.hidden) for _, text in sorted(items)])
    return tuple(early), tuple(late)


def early_names(inlined: Helpers, names: NameTable, at_once: Set[str]) -> tuple[str, ...]:
    """The names of the runtime's functions and classes that are needed `at_once`."""
    modules = _modules(inlined, at_once)
    kept = (kept for program, kept in inlined.slices if _module(program) in modules)
    return tuple(names.symbols[d.symbol] for one in kept for d in one.definitions)


def _modules(inlined: Helpers, at_once: Set[str]) -> frozenset[str]:
    """The modules of the runtime with helpers that are needed `at_once`."""
    return frozenset(module_of(name, inlined.symbols.keys()) for name in at_once)


def _module(program: Program) -> str:
    return program.source.name.rsplit(".", 1)[-1]


def _together(items: list[str]) -> list[str]:
    """The items; constants that follow each other are one."""
    groups = groupby(items, lambda item: "\n" not in item)
    return [
        text for is_line, group in groups for text in (["\n".join(group)] if is_line else group)
    ]
