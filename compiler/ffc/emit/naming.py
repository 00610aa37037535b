"""Chooses every name of a driver: the module's, then those in `main()`, outer scopes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set

from ..ir import Enter, Import, Plain, Program, Symbol
from ..slicing import Slice
from .calls_within import calls_within
from .graph_nodes import has_graphs, unnamed_steps
from .helpers import Helpers, statements
from .imports import Imported
from .module_names import import_key, module_names
from .monitoring import MonitorText, is_watched, monitor_names, monitor_text
from .name_table import NameTable, RefKey
from .names import Names, ascii_name, identifier
from .option_tables import lookups
from .outlining import callable_functions
from .pending import unnamed_refs
from .placement import Placement
from .read_builtins import read_builtins
from .ref_names import RefName, of_later_runs, ref_names
from .stored import has_storage
from .unread import unread
from .wrapping import wrappers

MODULES = ("argparse", "os", "ray", "sys")


def choose_names(
    program: Program, kept: Slice, placement: Placement, helpers: Helpers
) -> NameTable:
    """A name for everything, asked for in a fixed order: that of scopes, then of the source."""
    checked = ["TYPE_CHECKING"] if any(found.for_types for found in kept.imports) else []
    read = sorted(read_builtins(program, kept))
    names = Names([*MODULES, *checked, *read])
    bound = [symbol for _, symbol in program.ref_names]
    given = module_names(program, [*kept.symbols, *bound], kept.imports)
    words = _words(program, kept) if given else frozenset()
    symbols = _global_symbols(program, kept, placement, names, given, words)
    symbols |= {symbol: names.take(symbol.name) for symbol in helpers.symbols.values()}
    within = calls_within(program, kept)
    around = (one for one in wrappers(program, kept) if one.function not in within)
    wrapped = {wrapper: names.take(wrapper.wanted) for wrapper in around}
    own = {module: module for module in MODULES}
    own |= {name: symbols[symbol] for name, symbol in helpers.symbols.items()}
    entry = names.copy()  # what the driver's last lines bind does not reach into main()
    own |= {name: entry.take(name) for name in ("parser", "options")}
    own |= {name: names.take(name) for name in ("main", "address")}
    if has_storage(program):
        own["resume"] = names.take("resume")
    if has_graphs(program):
        own["PARAMETERS"] = names.take("PARAMETERS")
    # What `main()` does not name, its variables may hide: they keep their names.
    inner = names.copy()
    watched = is_watched(program)
    watching_text = monitor_text(has_graphs(program))
    read_there = helpers.builtins | (watching_text.builtins if watched else frozenset())
    hidden = sorted(read_there.intersection([*symbols.values(), *wrapped.values()]))
    if hidden:
        own["builtins"] = inner.take("builtins")
    symbols |= _helper_symbols(kept, helpers, symbols, inner)
    watching = _monitor_names(watching_text, kept, helpers, symbols, inner) if watched else {}
    if has_graphs(program):
        own |= {
            name: names.take(name)
            for name in ("parameters", "settings", "params", "chunk", "answers")
        }
    loops = [program.blocks[block] for block in sorted(kept.blocks)]
    unbound = [s for loop in loops for s in loop.binds if s not in kept.symbols and loop.in_place]
    if unread(program, kept):
        own["_"] = names.take("_")
        symbols |= dict.fromkeys(unbound, own["_"])
    shared = _shared(program, kept, symbols.keys())
    refs: dict[RefKey, str] = {}
    taken = set(symbols.values())
    unnamed, listed = unnamed_steps(program), unnamed_refs(program, kept)
    for wish in _local_wishes(program, kept):
        if isinstance(wish, RefName) and (wish.key[1] in unnamed or wish.key[:2] in listed):
            continue
        if isinstance(wish, RefName):
            wanted = given.get(wish.symbol, wish.wanted) if wish.symbol else wish.wanted
            refs[wish.key] = names.take(f"{wanted}_ref" if wanted in taken else wanted)
        elif wish not in symbols:
            again = symbols.get(shared.get(wish, wish))
            symbols[wish] = again or _take(wish, names, given, words)
    refs |= dict(of_later_runs(program, refs))
    own["in_flight"] = names.take("in_flight")
    own["pending"] = names.take("pending")
    tables = _tables(program, names)
    if tables:
        own["node_options"] = names.take("options")
    results = {s.run: names.take(_results(program, s.flow)) for s in program.schedules}
    hidden_names = {name: f"{own['builtins']}.{name}" for name in hidden}
    return NameTable(
        symbols,
        refs,
        results,
        own,
        wrapped,
        within,
        tables,
        hidden_names,
        watching,
        names.wanted,
    )


def _tables(program: Program, names: Names) -> dict[str, list[str]]:
    """The names of tables of options, as many as there may be, by what they are wanted to be."""
    alone, shared = lookups(program), lookups(program, callable_functions(program))
    tables = dict.fromkeys(one.table for one in (*alone.values(), *shared.values()))
    found: dict[str, list[str]] = {}
    for table in tables:
        found.setdefault(table.wanted, []).append(names.take(table.wanted))
    return found


def _global_symbols(
    program: Program,
    kept: Slice,
    placement: Placement,
    names: Names,
    given: Mapping[Symbol, str],
    words: Set[str],
) -> dict[Symbol, str]:
    """Imports, definitions, and the variables at module level; the app's own names come first."""
    symbols = {i.symbol: i.symbol.name for i in kept.imports if _is_own_module(i)}
    keys = {i.symbol: import_key(i) for i in kept.imports}
    shared = {keys[symbol]: name for symbol, name in symbols.items()}
    wanted = [i.symbol for i in kept.imports] + [d.symbol for d in kept.definitions]
    for index in sorted(placement.at_module):
        wanted += _plain(program, index).defines
    wanted += placement.globals
    tasks = {d.symbol for d in kept.definitions if d.kind.is_remote}
    others = {module.scope for module in program.modules}
    for symbol in sorted(dict.fromkeys(wanted), key=lambda one: one.scope in others):
        key = keys.get(symbol)
        if key is not None and key in shared and symbol not in given:
            symbols[symbol] = shared[key]
        elif symbol not in symbols:
            symbols[symbol] = _take(symbol, names, given, words, is_task=symbol in tasks)
            if key is not None:
                shared.setdefault(key, symbols[symbol])
    return symbols


def _take(
    symbol: Symbol,
    names: Names,
    given: Mapping[Symbol, str],
    words: Set[str],
    is_task: bool = False,
) -> str:
    wanted = given.get(symbol, symbol.name)
    # Ray's workers die of the name of a task that is not ASCII.
    wanted = ascii_name(wanted) if is_task else wanted
    return names.take(wanted, words if symbol in given else frozenset())


def _words(program: Program, kept: Slice) -> frozenset[str]:
    """All words in the app's code: a new name must not be one that some function has for itself."""
    code = [_plain(program, index).code for index in sorted(kept.statements)]
    code += [definition.tail for definition in kept.definitions]
    texts = (part for one in code for part in one.parts if isinstance(part, str))
    return frozenset(word for text in texts for word in re.findall(r"\w+", text))


def _is_own_module(found: Import) -> bool:
    """The app's `import os`, or `import os.path`, binds what the driver's own does."""
    return found.name is None and found.symbol.name == found.module.split(".")[0] in MODULES


def _helper_symbols(
    kept: Slice, helpers: Helpers, symbols: Mapping[Symbol, str], names: Names
) -> dict[Symbol, str]:
    found: dict[Symbol, str] = {}
    imported = {(i.module, i.name): symbols[i.symbol] for i in kept.imports}
    for program, slice_ in helpers.slices:
        for one in slice_.imports:
            key = (one.module, one.name)
            if key not in imported:
                own = _is_own_module(one)
                imported[key] = one.symbol.name if own else names.take(one.symbol.name)
            found[one.symbol] = imported[key]
        bound = [definition.symbol for definition in slice_.definitions]
        bound += [symbol for one in statements(program, slice_) for symbol in one.defines]
        new = (symbol for symbol in bound if symbol not in symbols)
        found.update((symbol, names.take(symbol.name)) for symbol in new)
    return found


def _monitor_names(
    text: MonitorText, kept: Slice, helpers: Helpers, symbols: Mapping[Symbol, str], names: Names
) -> dict[str, str]:
    imported = {Imported(module): module for module in MODULES}
    for one in (*kept.imports, *(one for _, slice_ in helpers.slices for one in slice_.imports)):
        if one.name is not None or "." not in one.module:
            imported.setdefault(Imported(one.module, one.name), symbols[one.symbol])
    return monitor_names(text, names, imported)


def _local_wishes(program: Program, kept: Slice) -> Iterator[Symbol | RefName]:
    """What `main()` binds: first what the app names, its outer scopes first; then the others."""
    wishes: list[tuple[int, int, Symbol | RefName]] = []
    for index in sorted(kept.statements):
        wishes += ((_depth(s), 0, s) for s in _plain(program, index).defines)
    for block in sorted(kept.blocks):
        wishes += ((_depth(s), 0, s) for s in program.blocks[block].binds)
    made: list[RefName] = []
    for name in ref_names(program):
        if name.symbol is None:
            made.append(name)
        else:
            wishes.append((_depth(name.symbol), 1, name))
    yield from (wish for _, _, wish in sorted(wishes, key=lambda wish: wish[:2]))
    yield from made


def _shared(program: Program, kept: Slice, named: Set[Symbol]) -> dict[Symbol, Symbol]:
    """The variables of comprehensions that can have the name of one before, but those `named` yet.

    They mean something in their loop alone, and no other of that name is around it.
    """
    first: dict[str, Symbol] = {}
    found: dict[Symbol, Symbol] = {}
    for index, statement in enumerate(program.statements):
        block = program.blocks[statement.block] if isinstance(statement, Enter) else None
        if block is None or block.id not in kept.blocks or not block.in_place:
            continue
        around = {s.name for outer in program.within[index] for s in program.blocks[outer].binds}
        for symbol in (symbol for symbol in block.binds if symbol not in named):
            other = first.setdefault(symbol.name, symbol)
            if other != symbol and symbol.name not in around:
                found[symbol] = other
    return found


def _depth(symbol: Symbol) -> int:
    """Scopes are numbered in the order of calls; below 0 are those that ffc itself adds."""
    return symbol.scope if symbol.scope >= 0 else 1_000_000


def _results(program: Program, flow: int) -> str:
    title = program.flows[flow].name
    return f"{identifier(title)}_results" if title else "results"


def _plain(program: Program, index: int) -> Plain:
    statement = program.statements[index]
    assert isinstance(statement, Plain)
    return statement
