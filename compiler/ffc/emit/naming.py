"""Chooses every name of a driver: definitions first, then ffc's own, then what `main()` binds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import Fragment, NodeKind, Plain, Program, Ref, RefUse, Symbol, SymbolUse
from ..ir.schedule import Returning, Schedule, Submission
from ..slicing import Slice
from .helpers import Helpers
from .names import Names, identifier
from .placement import Placement
from .wrapping import Wrapper, wrappers

RefKey = tuple[int, int, "str | None"]  # run, node, key


@dataclass(frozen=True)
class NameTable:
    """The names of symbols, of refs, of runs' results, and of what ffc itself adds."""

    symbols: Mapping[Symbol, str]
    refs: Mapping[RefKey, str]
    results: Mapping[int, str]
    own: Mapping[str, str]
    wrappers: Mapping[Wrapper, str]

    def ref(self, run: int, ref: Ref) -> str:
        """The name of a ref; `pair[-1]` may be the same one as `pair[1]`."""
        found = self.refs.get((run, ref.node, ref.key))
        if found is not None or ref.key is None:
            return found or self.refs[run, ref.node, None]
        length = sum(key[:2] == (run, ref.node) for key in self.refs)
        return self.refs[run, ref.node, str(int(ref.key) + length)]

    def fill(
        self, fragment: Fragment, run: int = -1, values: Mapping[int, str] | None = None
    ) -> str:
        """The fragment with its holes filled; `run` is the one whose refs are meant."""
        filled = []
        for part in fragment.parts:
            if isinstance(part, str):
                filled.append(part)
            elif isinstance(part, SymbolUse):
                filled.append(self.symbols.get(part.symbol, part.symbol.name))
            elif isinstance(part, RefUse):
                filled.append(self.ref(run, part.ref))
            else:
                filled.append((values or {}).get(part.run) or self.results[part.run])
        return "".join(filled)


OWN = ("main", "address", "parser", "options", "in_flight")
MODULES = ("ray", "argparse", "os", "sys")


def choose_names(
    program: Program, kept: Slice, placement: Placement, helpers: Helpers
) -> NameTable:
    """A name for everything. The order of the requests is the order of the source."""
    names = Names()
    symbols: dict[Symbol, str] = {}
    at_module = {s for i in placement.at_module for s in _plain(program, i).defines}
    imported = {
        i.module: i.symbol
        for i in kept.imports
        if i.name is None and i.symbol.name == i.module and i.module in MODULES
    }
    own = {module: module for module in MODULES}
    for module in MODULES:
        names.take(module)
    for symbol in imported.values():
        symbols[symbol] = symbol.name
    globals_ = [i.symbol for i in kept.imports] + [d.symbol for d in kept.definitions]
    globals_ += sorted(at_module, key=_by_name) + list(placement.globals)
    for symbol in globals_:
        if symbol not in symbols:
            symbols[symbol] = names.take(symbol.name)
    for program_, slice_ in helpers.slices:
        for symbol in _runtime_symbols(program_, slice_):
            if symbol not in symbols:
                symbols[symbol] = symbol.name if symbol.name in MODULES else names.take(symbol.name)
    own |= {name: names.take(name) for name in OWN}
    own |= {name: symbols[symbol] for name, symbol in helpers.symbols.items()}
    wrapped = {wrapper: names.take(wrapper.wanted) for wrapper in wrappers(program)}
    for index in sorted(kept.statements):
        for symbol in _plain(program, index).defines:
            if symbol not in symbols:
                symbols[symbol] = names.take(symbol.name)
    refs: dict[RefKey, str] = {}
    results: dict[int, str] = {}
    for schedule in program.schedules:
        _name_refs(program, schedule, names, refs)
        title = program.flows[schedule.flow].name
        results[schedule.run] = names.take(f"{identifier(title)}_results" if title else "results")
    return NameTable(symbols, refs, results, own, wrapped)


def _plain(program: Program, index: int) -> Plain:
    statement = program.statements[index]
    assert isinstance(statement, Plain)
    return statement


def _by_name(symbol: Symbol) -> tuple[str, int, int]:
    return symbol.name, symbol.scope, symbol.version


def _runtime_symbols(program: Program, kept: Slice) -> list[Symbol]:
    return [i.symbol for i in kept.imports] + [d.symbol for d in kept.definitions]


def _name_refs(program: Program, schedule: Schedule, names: Names, refs: dict[RefKey, str]) -> None:
    for index, submission in enumerate(schedule.submissions):
        for key in submission.returns.keys:
            wanted = _wanted(program, schedule, submission, index, key)
            refs[schedule.run, submission.node, key] = names.take(*wanted)
        if submission.returns.how is Returning.ITEM_TASKS:
            whole = (schedule.run, submission.node, None)
            if whole not in refs:
                refs[whole] = names.take(*_wanted(program, schedule, submission, index, None))


def _wanted(
    program: Program, schedule: Schedule, submission: Submission, index: int, key: str | None
) -> list[str]:
    """The names that a ref may have, the best first: the app's own, else from the node's name."""
    node = program.nodes[submission.node]
    bound = {ref: symbol.name for ref, symbol in program.ref_names}
    own = bound.get(Ref(node.id, key)) or _negative(bound, submission, key)
    if own is not None:
        return [own]
    given = schedule.names[index]
    stem = bound.get(Ref(node.id))
    if stem is None and given is not None and given != node.default_name:
        stem = identifier(given)
    if stem is None:
        what = node.method or node.definition.name
        stem = f"{what}_ref" if node.kind is not NodeKind.ACTOR else what.lower()
    return [stem if key is None else identifier(f"{stem}_{key}")]


def _negative(bound: Mapping[Ref, str], submission: Submission, key: str | None) -> str | None:
    """`pair[-1]` is the same ref as `pair[1]`."""
    if submission.returns.how is not Returning.NATIVE or key is None:
        return None
    return bound.get(Ref(submission.node, str(int(key) - len(submission.returns.keys))))
