"""The lines of `main()`."""

from __future__ import annotations

from collections.abc import Iterable

from ..ir import Create, Fragment, NodeKind, Plain, Program, Ref, RefUse
from ..ir.schedule import Schedule
from ..slicing import Slice
from .body import Item, Step, order_body
from .name_table import NameTable
from .placement import Placement
from .run_values import inlined, run_uses, unfetched
from .start import start_line
from .submit import Submitter


def main_lines(
    program: Program, kept: Slice, placement: Placement, names: NameTable
) -> tuple[str, ...]:
    """The statements of `main()`, each as text; an empty text is a blank line."""
    writer = _Writer(program, kept, names)
    items = order_body(program, kept, placement)
    lines: list[str] = []
    if placement.globals:
        bound = ", ".join(dict.fromkeys(names.symbols[s] for s in placement.globals))
        lines.append(f"global {bound}")
    behind = -1
    started = False
    for item in items:
        written = writer.write(item)
        if not written:
            continue
        here = writer.place(item)
        starts = item.step is Step.START
        if lines and (starts or started or writer.gap(behind, here)):
            lines.append("")
        lines += written
        behind, started = max(behind, here), starts
    return tuple(lines) or ("pass",)


class _Writer:
    def __init__(self, program: Program, kept: Slice, names: NameTable) -> None:
        self._program, self._kept, self._names = program, kept, names
        self._uses = run_uses(program, kept)
        self._created = {
            s.node: index for index, s in enumerate(program.statements) if isinstance(s, Create)
        }
        self._inlined = inlined(self._uses)
        self._values = {
            run: self._get(schedule)
            for run, schedule in enumerate(program.schedules)
            if run in self._inlined
        }
        self._submitters = [
            Submitter(program, schedule, names, frozenset(self._used_refs(schedule)))
            for schedule in program.schedules
        ]

    def write(self, item: Item) -> list[str]:
        match item.step:
            case Step.PLAIN:
                return self._plain(item.number)
            case Step.START:
                return [start_line(self._program, self._names)]
            case Step.LIMIT:
                return self._limit(item.run)
            case Step.SUBMIT:
                submission = self._program.schedules[item.run].by_node[item.number]
                return self._submitters[item.run].lines(submission)
            case Step.RUN:
                return self._run(self._program.schedules[item.run])

    def place(self, item: Item) -> int:
        """The statement of the app that an item comes from."""
        return self._created[item.number] if item.step is Step.SUBMIT else item.after

    def gap(self, behind: int, here: int) -> bool:
        """Whether the app has a blank line there, above what was left out included."""
        passed = range(behind + 1, here + 1) if behind < here else (here,)
        return any(getattr(self._program.statements[index], "gap", False) for index in passed)

    def _plain(self, index: int) -> list[str]:
        statement = self._program.statements[index]
        assert isinstance(statement, Plain)
        code = statement.code
        read = self._kept.symbols.intersection((*statement.defines, *statement.changes))
        if not read and statement.value is not None:
            code = statement.value
        written = self._names.fill(code, values=self._values).rstrip("\n")
        behind = f"  {statement.comments.behind}" if statement.comments.behind else ""
        return [*statement.comments.above, written + behind]

    def _limit(self, run: int) -> list[str]:
        limit = self._program.schedules[run].limit
        assert limit is not None
        own = self._names.own
        return [f"{own['in_flight']} = {own['InFlight']}({self._names.fill(limit)})"]

    def _run(self, schedule: Schedule) -> list[str]:
        """What must be over before the app goes on; results are fetched where they are used."""
        lines = []
        waits = self._waits(schedule)
        if waits:
            lines.append(f"{self._names.own['wait_for']}({', '.join(waits)})")
        if schedule.run in self._uses and schedule.run not in self._inlined:
            lines.append(f"{self._names.results[schedule.run]} = {self._get(schedule)}")
        return lines

    def _waits(self, schedule: Schedule) -> list[str]:
        return [
            self._result(schedule, node) for node in unfetched(self._program, schedule, self._uses)
        ]

    def _result(self, schedule: Schedule, node: int) -> str:
        """A ref that has the error of a node; that of an actor which nobody calls is Ray's own."""
        name = self._names.refs[schedule.run, node, schedule.by_node[node].returns.keys[0]]
        is_actor = self._program.nodes[node].kind is NodeKind.ACTOR
        return f"{name}.__ray_ready__.remote()" if is_actor else name

    def _get(self, schedule: Schedule) -> str:
        leaves = self._program.flows[schedule.flow].leaves
        refs = [self._leaf(schedule, ref) for ref in leaves]
        ray = self._names.own["ray"]
        return f"{ray}.get({refs[0]})" if len(refs) == 1 else f"{ray}.get([{', '.join(refs)}])"

    def _leaf(self, schedule: Schedule, ref: Ref) -> str:
        return self._names.ref(schedule.run, ref)

    def _used_refs(self, schedule: Schedule) -> Iterable[str]:
        """The refs of a run that its other lines name."""
        for submission in schedule.submissions:
            node = self._program.nodes[submission.node]
            if node.actor is not None:
                yield self._names.refs[schedule.run, node.actor, None]
            for argument in submission.arguments:
                yield from self._refs(schedule, argument.value)
        for waited in unfetched(self._program, schedule, self._uses):
            yield self._names.refs[schedule.run, waited, schedule.by_node[waited].returns.keys[0]]
        if schedule.run in self._uses:
            for ref in self._program.flows[schedule.flow].leaves:
                yield self._leaf(schedule, ref)

    def _refs(self, schedule: Schedule, fragment: Fragment) -> Iterable[str]:
        for part in fragment.parts:
            if isinstance(part, RefUse):
                yield self._names.ref(schedule.run, part.ref)
