"""The statements of `main()`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from ...ir import Create, Program, Ref, Symbol
from ...slicing import Slice
from ..graph_nodes import has_graphs, parameters_line, unnamed_steps
from ..name_table import NameTable
from ..option_tables import OptionTable, lookups
from ..outlining import Line
from ..outlining.line import OURS
from ..pending import pending
from ..placement import Placement
from ..run_values import inlined, run_uses
from ..start import joining_lines
from ..submit import Submitter
from ..unread import unread
from .folding import Folder
from .item import Step
from .order import order_body
from .origins import Origins
from .results import Results
from .used_refs import UsedRefs
from .writer import Writer
from .written import Written


def main_lines(
    program: Program,
    kept: Slice,
    placement: Placement,
    names: NameTable,
    apart: frozenset[Symbol] = frozenset(),
) -> tuple[Line, ...]:
    """The statements of `main()`.

    What functions that stay `apart` give is not written into lines of those that call them.
    """
    items = order_body(program, kept, placement)
    written, folder = _writing(program, kept, names, apart)
    folded = behind = 0  # the items before that are written; the next that submits nothing
    refs: list[Ref] = []
    for index, item in enumerate(items):
        while behind < len(items) and (behind <= index or items[behind].step is Step.SUBMIT):
            behind += 1
            refs = folder.wanted(items[behind]) if behind < len(items) else []
        if index >= folded and len(refs) == behind - index:
            folding = folder.folded(items[index:behind], items[behind], refs)
            if folding is not None:
                folded = behind + 1
                written.add(items[behind], folding)
        if index >= folded:
            written.add(item)
    written.end()
    head = (Line(one, call=OURS) for one in _head(program, placement, names))
    return (*head, *written.lines) or (Line("pass"),)


def _head(program: Program, placement: Placement, names: NameTable) -> list[str]:
    """What stands above all that comes from the app."""
    head: list[str] = []
    if placement.globals:
        bound = ", ".join(dict.fromkeys(names.symbols[s] for s in placement.globals))
        head.append(f"global {bound}")
    if not program.schedules:
        head += [*joining_lines(names), ""]
    if has_graphs(program):
        head += [parameters_line(program, names), ""]
    return head


def _writing(
    program: Program, kept: Slice, names: NameTable, apart: frozenset[Symbol]
) -> tuple[Written, Folder]:
    """What writes the lines, with all that is known of the program as a whole."""
    uses, listed = run_uses(program, kept), pending(program, kept)
    made = {s.node: index for index, s in enumerate(program.statements) if isinstance(s, Create)}
    runs = reversed(program.schedules)
    first = {s.node: schedule.run for schedule in runs for s in schedule.submissions}
    used = UsedRefs(program, kept, names, uses, listed, first)
    counts = Counter(name for schedule in program.schedules for name in used.of(schedule))
    found = lookups(program, apart)
    tables = _table_names((one.table for one in found.values()), names)
    unnamed = unnamed_steps(program)
    submitters = [
        Submitter(
            program,
            schedule,
            names,
            frozenset(counts),
            listed[schedule.run],
            unnamed,
            {
                node: (tables[one.table], one)
                for (run, node), one in found.items()
                if run == schedule.run
            },
        )
        for schedule in program.schedules
    ]
    results = Results(program, names, uses, inlined(uses), listed, made)
    values = {run: results.value(program.schedules[run]) for run in results.inlined}
    hidden = unread(program, kept)
    writer = Writer(program, kept, names, submitters, results, values, listed, tables, hidden)
    origins = Origins(program, made, uses)
    folder = Folder(program, names, origins, submitters, counts, listed, apart)
    return Written(program, writer, origins), folder


def _table_names(tables: Iterable[OptionTable], names: NameTable) -> Mapping[OptionTable, str]:
    """Tables of options and their names, in the order in which nodes need them."""
    left = {wanted: iter(found) for wanted, found in names.tables.items()}
    return {table: next(left[table.wanted]) for table in dict.fromkeys(tables)}
