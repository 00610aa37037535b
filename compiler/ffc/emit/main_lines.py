"""The lines of `main()`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..ir import Fragment, Plain, Program, Ref, RefUse
from ..ir.schedule import Schedule
from ..slicing import Slice
from .body import Item, Step, order_body, submission_of
from .naming import NameTable
from .placement import Placement
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
    for item in items:
        written = writer.write(item, items)
        if written and lines and writer.gap_before(item):
            lines.append("")
        lines += written
    return tuple(lines) or ("pass",)


def needs_wait(program: Program, kept: Slice) -> bool:
    """Whether some run has nodes whose results nobody takes."""
    uses = _run_uses(program, kept)
    return any(unfetched(program, schedule, uses) for schedule in program.schedules)


def unfetched(
    program: Program, schedule: Schedule, uses: Mapping[int, list[int]]
) -> tuple[int, ...]:
    """The nodes of a run whose errors would be lost if nothing waited for them."""
    fetched: set[int] = set()
    if schedule.run in uses:
        fetched = {ref.node for ref in program.flows[schedule.flow].leaves}
    return tuple(node for node in schedule.waits if node not in fetched)


class _Writer:
    def __init__(self, program: Program, kept: Slice, names: NameTable) -> None:
        self._program, self._kept, self._names = program, kept, names
        self._uses = _run_uses(program, kept)
        self._inlined = {run for run, uses in self._uses.items() if len(uses) == 1}
        self._values = {
            run: self._get(schedule)
            for run, schedule in enumerate(program.schedules)
            if run in self._inlined
        }
        self._submitters = [
            Submitter(program, schedule, names, frozenset(self._used_refs(schedule)))
            for schedule in program.schedules
        ]

    def write(self, item: Item, items: tuple[Item, ...]) -> list[str]:
        match item.step:
            case Step.PLAIN:
                return self._plain(item.number)
            case Step.START:
                return [start_line(self._program, self._names)]
            case Step.LIMIT:
                return self._limit(item.run)
            case Step.SUBMIT:
                submission = submission_of(self._program.schedules[item.run], item.number)
                return self._submitters[item.run].lines(submission)
            case Step.RUN:
                return self._run(self._program.schedules[item.run])

    def gap_before(self, item: Item) -> bool:
        """A blank line where the app has one, or one that was left out had one."""
        statements = self._program.statements
        if item.step is Step.SUBMIT:
            return False
        return getattr(statements[item.after], "gap", False) if item.after >= 0 else False

    def _plain(self, index: int) -> list[str]:
        statement = self._program.statements[index]
        assert isinstance(statement, Plain)
        code = statement.code
        unread = not self._kept.symbols.intersection(statement.defines)
        if unread and statement.value is not None:
            code = statement.value
        written = self._names.fill(code, values=self._values).rstrip("\n")
        behind = f"  {statement.comments.behind}" if statement.comments.behind else ""
        return [*statement.comments.above, written + behind]

    def _limit(self, run: int) -> list[str]:
        limit = self._program.runs[run].limit
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
            self._names.refs[schedule.run, node, submission_of(schedule, node).returns.keys[0]]
            for node in unfetched(self._program, schedule, self._uses)
        ]

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
        yield from self._waits(schedule)
        if schedule.run in self._uses:
            for ref in self._program.flows[schedule.flow].leaves:
                yield self._leaf(schedule, ref)

    def _refs(self, schedule: Schedule, fragment: Fragment) -> Iterable[str]:
        for part in fragment.parts:
            if isinstance(part, RefUse):
                yield self._names.ref(schedule.run, part.ref)


def _run_uses(program: Program, kept: Slice) -> dict[int, list[int]]:
    """For each run whose value is used: the statements that use it, once for each use."""
    found: dict[int, list[int]] = {}
    for index in sorted(kept.statements):
        statement = program.statements[index]
        assert isinstance(statement, Plain)
        for run in statement.code.runs:
            found.setdefault(run, []).append(index)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            for argument in submission.arguments:
                for run in argument.value.runs:
                    found.setdefault(run, []).extend([-1, -1])
    return found
