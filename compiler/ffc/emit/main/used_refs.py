"""The refs that lines of `main()` name: the others need no variable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...ir import Enter, Fragment, Plain, Program, RefUse
from ...ir.schedule import Schedule
from ...slicing import Slice
from ..name_table import NameTable
from ..run_values import run_of, unfetched


@dataclass(frozen=True)
class UsedRefs:
    """Finds them; `first` is the run that submits a node first, `listed` go into `pending`."""

    program: Program
    kept: Slice
    names: NameTable
    uses: Mapping[int, list[int]]
    listed: Sequence[frozenset[int]]
    first: Mapping[int, int]

    def of(self, schedule: Schedule) -> Iterable[str]:
        """The refs of a run that its other lines name."""
        for submission in schedule.submissions:
            node = self.program.nodes[submission.node]
            if self.first[node.id] != schedule.run and node.is_lasting:
                continue
            key = (schedule.run, -1 if node.actor is None else node.actor, None)
            if key in self.names.refs:
                yield self.names.refs[key]
            for argument in submission.arguments:
                yield from self._refs(schedule, argument.value)
        for index in self.kept.statements:
            yield from self._filled(schedule, index)
        yield from self._entered(schedule)
        for waited in unfetched(self.program, schedule, self.uses):
            if waited in self.listed[schedule.run]:
                continue
            yield self.names.refs[schedule.run, waited, schedule.by_node[waited].returns.keys[0]]
        flow = self.program.flows[schedule.flow]
        if schedule.run in self.uses or flow.how is not None:
            if len(flow.held) > len(flow.leaves):
                yield from (name for leaf in flow.written for name in self._refs(schedule, leaf))
            else:
                yield from (self.names.ref(schedule.run, ref) for ref in flow.leaves)

    def _entered(self, schedule: Schedule) -> Iterable[str]:
        """The refs in the first lines of blocks."""
        for index, statement in enumerate(self.program.statements):
            if isinstance(statement, Enter) and statement.block in self.kept.blocks:
                for ref in self.program.blocks[statement.block].header.refs:
                    if run_of(self.program, ref.node, index) == schedule.run:
                        yield self.names.ref(schedule.run, ref)

    def _filled(self, schedule: Schedule, index: int) -> Iterable[str]:
        statement = self.program.statements[index]
        if not isinstance(statement, Plain) or not statement.wiring:
            return
        for ref in statement.code.refs:
            if run_of(self.program, ref.node, index) == schedule.run:
                yield self.names.ref(schedule.run, ref)

    def _refs(self, schedule: Schedule, fragment: Fragment) -> Iterable[str]:
        for part in fragment.parts:
            if isinstance(part, RefUse):
                yield self.names.ref(schedule.run, part.ref)
