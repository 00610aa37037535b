"""Makes every decision about a driver; the template only places what stands here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..ir import NodeKind, Plain, Program
from ..ir.schedule import Returning
from ..slicing import Slice, needed
from ..slicing.roots import roots, submitted_code
from .entry import entry_lines, imported_lines, main_parameters, reads_command_line, shared_options
from .graph_nodes import graph_helpers, settings_of, table
from .helpers import Helpers, helpers
from .hooks import words_in
from .imports import Imported, for_types, import_groups
from .indent import indented
from .main import main_body
from .module_items import at_once, early_names, helper_items, module_items
from .monitoring import is_watched, monitor_imports
from .name_table import NameTable
from .naming import choose_names
from .option_tables import lookup
from .placement import place
from .prepared import definition_of, prepared_names
from .queries import grouped, is_named
from .run_values import needs_fetch, needs_wait
from .start import has_local_options, kept_imports
from .stored import storage_words
from .wrappers import wrapper_line


@dataclass(frozen=True)
class MainPlan:
    """The function that does it all."""

    name: str
    parameters: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class DriverPlan:
    """A driver, in the order of its parts; every part is text, ready to be placed.

    The `monitor` stands behind the runtime, with these names; none if there is nothing to watch.
    Of the `definitions`, those called `around` are not the app's.
    """

    docstring: str
    source: str
    command: str
    imports: tuple[str, ...]
    definitions: tuple[str, ...]
    around: tuple[str, ...]
    runtime: tuple[str, ...]
    main: MainPlan
    entry: tuple[str, ...]
    monitor: Mapping[str, str]
    hidden: Mapping[str, str]


def plan_driver(program: Program, source: str, command: str) -> DriverPlan:
    """The plan of the driver of `program`, made from `source` by `command`."""
    kept = needed(program, roots(program))
    placement = place(program, kept)
    inlined = helpers(frozenset(_used_helpers(program, kept)), _words(program, kept))
    names = choose_names(program, kept, placement, inlined)
    own_arguments = reads_command_line(program, kept)
    shared = shared_options(program, kept) if own_arguments else []
    parameters = ", ".join(main_parameters(program, names))
    lines = main_body(program, kept, placement, names, parameters)
    main = MainPlan(names.own["main"], parameters, tuple(map(indented, lines)))
    first = at_once(program, kept, placement, names)
    early, late = helper_items(inlined, names, first)
    rows = (table(program, names),) if settings_of(program) else ()
    return DriverPlan(
        docstring=names.fill(program.docstring) if program.docstring is not None else "",
        source=source,
        command=command,
        imports=(
            *import_groups(
                _imports(program, kept, inlined, names, own_arguments), _future(program, kept)
            ),
            *for_types(_imported(kept, names, for_types=True)),
        ),
        definitions=(
            *rows,
            *early,
            *module_items(program, kept, placement, names),
            *_wrappers(program, names),
        ),
        around=(*early_names(inlined, names, first), *prepared_names(names)),
        runtime=late,
        main=main,
        entry=(
            *map(indented, entry_lines(program, names, own_arguments, shared)),
            *imported_lines(program, names),
        ),
        monitor=names.monitor,
        hidden=names.hidden,
    )


def names_of(program: Program) -> NameTable:
    """The names that its driver has for everything."""
    kept = needed(program, roots(program))
    inlined = helpers(frozenset(_used_helpers(program, kept)), _words(program, kept))
    return choose_names(program, kept, place(program, kept), inlined)


def _future(program: Program, kept: Slice) -> tuple[str, ...]:
    """The features of `__future__` that the app needs, or a module with definitions in the driver.

    Features are for whole files; the one that is left, of annotations, changes no others' meaning.
    """
    scopes = {definition.symbol.scope for definition in kept.definitions}
    found = dict.fromkeys(program.future)
    for module in program.modules:
        if module.scope in scopes:
            found.update(dict.fromkeys(module.future))
    return tuple(found)


def _words(program: Program, kept: Slice) -> frozenset[str]:
    """The words of the app's definitions, by which the runtime sees what they use of it."""
    code = (code for d in kept.definitions for code in (d.head, d.tail))
    texts = [part for one in code for part in one.parts if isinstance(part, str)]
    return words_in(texts) | storage_words(program, kept, texts)


def _used_helpers(program: Program, kept: Slice) -> Iterator[str]:
    if has_local_options(program):
        yield "connect"
    if program.runs and kept_imports(program, kept):
        yield "shipped"
    if any(s.limit is not None and s.stored is None for s in program.schedules):
        yield "InFlight"
    if needs_wait(program, kept):
        yield "wait_for"
    if any(needs_fetch(program, kept, schedule) for schedule in program.schedules):
        yield "fetch"
    yield from graph_helpers(program, kept)
    for code in submitted_code(program):
        yield from code.helpers
    for definition in kept.definitions:
        yield from (*definition.head.helpers, *definition.tail.helpers)
    for index in sorted(kept.statements):
        plain = program.statements[index]
        if isinstance(plain, Plain):
            yield from plain.code.helpers
    for block in sorted(kept.blocks):
        yield from program.blocks[block].header.helpers
    for schedule in program.schedules:
        for submission in schedule.submissions:
            if submission.queries and lookup(program, submission) is None:
                named = is_named(program.nodes[submission.node], submission)
                yield "named" if named else "matching"
                yield from ("matching",) if len(grouped(submission.queries)) > 1 else ()
            if any(setup.is_object for setup in submission.setups):
                yield "setup_of"
            if submission.returns.how is Returning.PICKED and not submission.setups:
                yield "returning_items"
            if submission.returns.how is Returning.ITEM_TASKS and schedule.stored is None:
                yield "item"
            if any(argument.nested for argument in submission.arguments):
                is_task = program.nodes[submission.node].kind is NodeKind.TASK
                yield from ("pack", "unpacked" if is_task else "unpacked_methods")


def _wrappers(program: Program, names: NameTable) -> tuple[str, ...]:
    lines = [wrapper_line(wrapper, names) for wrapper in names.wrappers if not wrapper.is_prepared]
    own = (definition_of(program, one, names) for one in names.wrappers if one.is_prepared)
    return (*own, "\n".join(lines)) if lines else tuple(own)


def _imports(
    program: Program, kept: Slice, inlined: Helpers, names: NameTable, own_arguments: bool
) -> Iterator[Imported]:
    yield from (Imported(names.own["ray"]), Imported(names.own["argparse"]))
    yield Imported(names.own["os"])
    if own_arguments or program.schedules:
        yield Imported(names.own["sys"])
    if names.hidden:
        bound = names.own["builtins"]
        yield Imported("builtins", None, bound if bound != "builtins" else None)
    if is_watched(program):
        yield from monitor_imports(names.monitor)
    yield from (Imported(module, "*") for module in program.star_imports)
    if any(found.for_types for found in kept.imports):
        yield Imported("typing", "TYPE_CHECKING")
    for slice_ in (kept, *(slice_ for _, slice_ in inlined.slices)):
        yield from _imported(slice_, names, for_types=False)


def _imported(kept: Slice, names: NameTable, for_types: bool) -> Iterator[Imported]:
    """What is imported, for types alone or not."""
    for found in kept.imports:
        bound = names.symbols[found.symbol]
        usual = found.name if found.name is not None else found.top
        if found.for_types is for_types:
            yield Imported(found.module, found.name, bound if bound != usual else None)
