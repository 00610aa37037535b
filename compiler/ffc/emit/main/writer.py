"""The lines of one item of `main()`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...ir import Block, Fragment, Part, Plain, Program, RefUse, Symbol, SymbolUse, join
from ...slicing import Slice
from ..name_table import NameTable
from ..option_tables import OptionTable
from ..pending import begins_anew
from ..run_values import run_of
from ..start import start_lines
from ..submit import Submitter
from .folding import NOTHING, Folding
from .item import Item, Step
from .results import Results


@dataclass(frozen=True)
class Writer:
    """Writes items: the submissions and the `results` of runs, and statements of the app.

    `values` are the results of runs that are written in the lines that use them; `listed` are the
    nodes of each run that go into `pending`, and `unread` variables of loops that nothing reads.
    """

    program: Program
    kept: Slice
    names: NameTable
    submitters: Sequence[Submitter]
    results: Results
    values: Mapping[int, str]
    listed: Sequence[frozenset[int]]
    tables: Mapping[OptionTable, str]
    unread: Mapping[int, frozenset[Symbol]]

    def write(self, item: Item, folding: Folding = NOTHING) -> list[str]:
        """The lines of an item, in which calls may stand for refs."""
        match item.step:
            case Step.PLAIN | Step.FILL:
                return self._plain(item.number, folding)
            case Step.START:
                return self._start()
            case Step.PENDING:
                return [self._nothing_pending()]
            case Step.LIMIT:
                return self._limit(item.run)
            case Step.SUBMIT:
                submission = self.program.schedules[item.run].by_node[item.number]
                return self.submitters[item.run].lines(submission)
            case Step.ENTER:
                return []
            case Step.RUN:
                return self.results.lines(self.program.schedules[item.run])

    def header(self, block: Block, index: int) -> str:
        """The first line of a block, which statement `index` enters."""
        behind = f"  {block.comments.behind}" if block.comments.behind else ""
        code = self._with_names(block.header, index, {})
        code = join(*(self._named_in(block, part) for part in code.parts))
        return f"{self.names.fill(code, values=self.values)}:{behind}"

    def _named_in(self, block: Block, part: Part) -> Part:
        is_unread = isinstance(part, SymbolUse) and part.symbol in self.unread.get(block.id, ())
        return self.names.own["_"] if is_unread else part

    def _start(self) -> list[str]:
        """What starts Ray, and what all lines behind may need."""
        anew = begins_anew(self.program, self.listed)
        shared = any(nodes and run not in anew for run, nodes in enumerate(self.listed))
        declared = [self._nothing_pending()] if shared else []
        tables = [table.line(name) for table, name in self.tables.items()]
        return [*start_lines(self.program, self.kept, self.names), *declared, *tables]

    def _plain(self, index: int, folding: Folding) -> list[str]:
        statement = self.program.statements[index]
        assert isinstance(statement, Plain)
        code = statement.code
        read = self.kept.symbols.intersection(statement.defines)
        if not read and statement.value is not None:
            code = statement.value
        code = self._with_names(code, index, folding.calls) if statement.wiring else code
        written = self.names.fill(code, values=self.values).rstrip("\n")
        if statement.wiring:
            return [*folding.above, written, *folding.below]
        behind = f"  {statement.comments.behind}" if statement.comments.behind else ""
        return [*statement.comments.above, written + behind]

    def _with_names(self, code: Fragment, index: int, calls: Mapping[str, str]) -> Fragment:
        """The code with names, or calls, in the place of refs; a node that never runs is None."""

        def named(part: Part) -> Part:
            if not isinstance(part, RefUse):
                return part
            run = run_of(self.program, part.ref.node, index)
            name = self.names.ref(run, part.ref) if run is not None else "None"
            return calls.get(name, name)

        return join(*map(named, code.parts))

    def _nothing_pending(self) -> str:
        return f"{self.names.own['pending']} = []"

    def _limit(self, run: int) -> list[str]:
        limit = self.program.schedules[run].limit
        assert limit is not None
        own = self.names.own
        return [f"{own['in_flight']} = {own['InFlight']}({self.names.fill(limit)})"]
