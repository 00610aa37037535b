"""The lines of `main()`."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..ir import (
    Block,
    Create,
    Enter,
    Flow,
    Fragment,
    NodeKind,
    Part,
    Plain,
    Program,
    Ref,
    RefUse,
    Symbol,
    SymbolUse,
    join,
)
from ..ir.schedule import Returning, Schedule
from ..slicing import Slice
from .body import Item, Step, order_body
from .graph_nodes import graph_how, graph_run, has_graphs, parameters_line, unnamed_steps
from .name_table import NameTable
from .negated import negated
from .option_tables import OptionTable, lookups
from .outlining import Line
from .outlining.line import OURS
from .pending import begins_anew, is_in, pending
from .placement import Placement
from .run_values import inlined, run_of, run_uses, unfetched
from .start import joining_lines, start_lines
from .submit import Submitter
from .unread import unread

_REPEATS = re.compile(r"\b(for|lambda)\b")


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
    writer = _Writer(program, kept, names, apart)
    items = order_body(program, kept, placement)
    head: list[str] = []
    if placement.globals:
        bound = ", ".join(dict.fromkeys(names.symbols[s] for s in placement.globals))
        head.append(f"global {bound}")
    if not program.schedules:
        head += [*joining_lines(names), ""]
    if has_graphs(program):
        head += [parameters_line(program, names), ""]
    written = _Written(program, writer)
    folded = behind = 0  # the items before that are written; the next that submits nothing
    refs: list[Ref] = []
    for index, item in enumerate(items):
        while behind < len(items) and (behind <= index or items[behind].step is Step.SUBMIT):
            behind += 1
            refs = writer.filled_with(items[behind]) if behind < len(items) else []
        if index >= folded and len(refs) == behind - index:
            folded = behind if writer.folds(items[index:behind], items[behind], refs) else folded
        if index >= folded:
            written.add(item)
    written.end()
    lines = [*(Line(one, call=OURS) for one in head), *written.lines]
    return tuple(lines) or (Line("pass"),)


class _Written:
    """The lines so far, and the blocks that are open at the end of them."""

    def __init__(self, program: Program, writer: _Writer) -> None:
        self.lines: list[Line] = []
        self._program, self._writer = program, writer
        self._open: tuple[int, ...] = ()
        self._is_empty = False
        self._behind = -1
        self._started = False
        self._run = -1  # what the last line waits for

    def add(self, item: Item) -> None:
        if item.step is Step.ENTER:
            self._enter(item)
            return
        written = self._writer.write(item)
        if not written or self._is_said(item, written):
            return
        self._close(item.within)
        starts = item.step is Step.START
        begins = starts or item.step is Step.PENDING
        come = self._writer.call(item)
        self._put(written, self._writer.place(item), begins or self._started, come)
        self._started = starts
        self._run = item.run if item.step is Step.RUN else -1

    def _is_said(self, item: Item, written: list[str]) -> bool:
        """Whether the line before binds the variable of a loop already."""
        statement = self._program.statements[item.number] if item.step is Step.PLAIN else None
        is_of_loop = isinstance(statement, Plain) and statement.wiring and statement.of_loop
        binds = isinstance(statement, Plain) and bool(statement.defines)
        if not (is_of_loop and binds) or item.within != self._open or len(written) > 1:
            return False
        last = self.lines[-1].text if self.lines else ""
        # One may be written with other quotes.
        return last.startswith(written[0].partition("=")[0]) and _is_same(last, written[0])

    def _enter(self, item: Item) -> None:
        statement = self._program.statements[item.after]
        assert isinstance(statement, Enter)
        block = self._program.blocks[statement.block]
        if self._turns(block):
            return
        self._close(item.within)
        header = [*block.comments.above, self._writer.header(block, item.after)]
        gap = self._started and block.follows is None
        self._put(header, item.after, gap, (block.call, False))
        self._started = False
        self._open = (*self._open, block.id)
        self._is_empty = True

    def _turns(self, block: Block) -> bool:
        """Whether the `else` of an `if` that does nothing now is what `if not` does."""
        is_else = "".join(p for p in block.header.parts if isinstance(p, str)) == "else"
        if not (self._is_empty and is_else and block.follows == self._open[-1]):
            return False
        before = self._program.blocks[block.follows]
        header = self.lines[-1].text
        if not before.is_if or block.comments.above or "  #" in header or "\n" in header:
            return False
        condition = header.removeprefix("if ").removesuffix(":")
        self.lines[-1] = replace(self.lines[-1], text=f"if {negated(condition)}:")
        self._open = (*self._open[:-1], block.id)
        return True

    def _close(self, within: tuple[int, ...]) -> None:
        """Ends the blocks that the next lines are not in."""
        shared = 0
        while shared < min(len(within), len(self._open)) and within[shared] == self._open[shared]:
            shared += 1
        if len(self._open) > shared:
            if self._is_empty:
                head = self.lines[-1]
                self.lines.append(Line("pass", len(self._open), head.call))
            self._open = self._open[:shared]
            self._is_empty = False

    def _put(self, written: list[str], here: int, gap: bool, come: tuple[int | None, bool]) -> None:
        is_apart = not self._writer.takes(self._run, here)
        gap = gap or (is_apart and self._writer.gap(self._behind, here))
        if self.lines and gap and not self._is_empty:
            self.lines.append(Line("", 0, *come))
        self.lines += (Line(line, len(self._open), *come) for line in written)
        self._behind = max(self._behind, here)
        self._run = -1
        self._is_empty = False

    def end(self) -> None:
        self._close(())


def _table_names(tables: Iterable[OptionTable], names: NameTable) -> Mapping[OptionTable, str]:
    """Tables of options and their names, in the order in which nodes need them."""
    left = {wanted: iter(found) for wanted, found in names.tables.items()}
    return {table: next(left[table.wanted]) for table in dict.fromkeys(tables)}


def _is_same(one: str, other: str) -> bool:
    return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))


@dataclass(frozen=True)
class _Folded:
    """Calls that stand for the names of refs in the next statement, and the lines around it."""

    calls: Mapping[str, str] = field(default_factory=dict)
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()


class _Writer:
    def __init__(
        self, program: Program, kept: Slice, names: NameTable, apart: frozenset[Symbol]
    ) -> None:
        self._program, self._kept, self._names = program, kept, names
        self._apart = apart
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
        self._listed = pending(program, kept)
        runs = reversed(program.schedules)
        self._first = {s.node: schedule.run for schedule in runs for s in schedule.submissions}
        self._uses_of = Counter(n for s in program.schedules for n in self._used_refs(s))
        found = lookups(program, apart)
        self._tables = _table_names((one.table for one in found.values()), names)
        self._submitters = [
            Submitter(
                program,
                schedule,
                names,
                frozenset(self._uses_of),
                self._listed[schedule.run],
                unnamed_steps(program),
                {
                    node: (self._tables[one.table], one)
                    for (run, node), one in found.items()
                    if run == schedule.run
                },
            )
            for schedule in program.schedules
        ]
        self._folded = _Folded()
        self._unread = unread(program, kept)

    def write(self, item: Item) -> list[str]:
        match item.step:
            case Step.PLAIN | Step.FILL:
                return self._plain(item.number)
            case Step.START:
                anew = begins_anew(self._program, self._listed)
                shared = any(nodes and run not in anew for run, nodes in enumerate(self._listed))
                declared = [self._nothing_pending()] if shared else []
                tables = [table.line(name) for table, name in self._tables.items()]
                return [*start_lines(self._program, self._kept, self._names), *declared, *tables]
            case Step.PENDING:
                return [self._nothing_pending()]
            case Step.LIMIT:
                return self._limit(item.run)
            case Step.SUBMIT:
                submission = self._program.schedules[item.run].by_node[item.number]
                return self._submitters[item.run].lines(submission)
            case Step.ENTER:
                return []
            case Step.RUN:
                return self._run(self._program.schedules[item.run])

    def filled_with(self, item: Item) -> list[Ref]:
        """The refs that a statement of the wiring names."""
        if item.step not in (Step.PLAIN, Step.FILL):
            return []
        statement = self._program.statements[item.number]
        assert isinstance(statement, Plain)
        return [*statement.code.refs] if statement.wiring else []

    def folds(self, made: Sequence[Item], behind: Item, refs: Sequence[Ref]) -> bool:
        """Whether calls are written in the statement behind them.

        They make all the `refs` that it names, in their order, and it is the only use of each.
        """
        if [*refs] != [Ref(item.number) for item in made if item.step is Step.SUBMIT]:
            return False
        if self._repeats(behind) or any(self._is_apart(item, behind) for item in made):
            return False
        calls = [self._call(item, behind) for item in made]
        found = [call for call in calls if call is not None]
        above = tuple(line for call in found for line in call.above)
        if len(found) < len(calls) or (above and len(found) > 1):
            return False
        given = {name: code for call in found for name, code in call.calls.items()}
        self._folded = _Folded(given, above, tuple(line for call in found for line in call.below))
        return True

    def _is_apart(self, made: Item, behind: Item) -> bool:
        """Whether a function that stays one makes a node, and another one takes it."""
        call, taker = self.call(made)[0], self.call(behind)[0]
        while call is not None and call != taker and made.step is Step.SUBMIT:
            if self._program.calls[call].function in self._apart:
                return True
            call = self._program.calls[call].outer
        return False

    def call(self, item: Item) -> tuple[int | None, bool]:
        """The call of a function that an item comes from, and whether a pass made it."""
        match item.step:
            case Step.SUBMIT:
                return self._program.nodes[item.number].call, False
            case Step.PLAIN | Step.FILL:
                statement = self._program.statements[item.number]
                assert isinstance(statement, Plain)
                return statement.call, statement.order == 0
        return OURS, False

    def _repeats(self, item: Item) -> bool:
        """Whether a part of the statement is evaluated several times, or never."""
        statement = self._program.statements[item.number]
        code = statement.code.parts if isinstance(statement, Plain) else ()
        return any(isinstance(part, str) and _REPEATS.search(part) for part in code)

    def _call(self, item: Item, behind: Item) -> _Folded | None:
        """The call that could stand for the name of a ref, with the lines around."""
        submission = self._program.schedules[item.run].by_node[item.number]
        if submission.returns.how is not Returning.WHOLE or item.within != behind.within:
            return None
        name = self._names.refs[item.run, item.number, None]
        if self._uses_of[name] != 1:
            return None
        if run_of(self._program, item.number, behind.number) != item.run:
            return None
        *above, line = self._submitters[item.run].lines(submission)
        below: tuple[str, ...] = ()
        if item.number in self._listed[item.run]:
            variable = self._variable(behind)
            if variable is None or not above:
                return None
            *above, line = above
            below = (f"{self._names.own['pending']}.append({variable})",)
        if not line.startswith(f"{name} = ") or "  #" in line:
            return None
        return _Folded({name: line.removeprefix(f"{name} = ")}, tuple(above), below)

    def _variable(self, item: Item) -> str | None:
        """The variable that gets a ref there, if that is all that is done."""
        match self._program.statements[item.number]:
            case Plain(code=Fragment((SymbolUse(symbol), " = ", RefUse(), "\n"))):
                return self._names.symbols[symbol]
        return None

    def header(self, block: Block, index: int) -> str:
        """The first line of a block, which statement `index` enters."""
        behind = f"  {block.comments.behind}" if block.comments.behind else ""
        code = self._with_names(block.header, index, {})
        code = join(*(self._named_in(block, part) for part in code.parts))
        return f"{self._names.fill(code, values=self._values)}:{behind}"

    def _named_in(self, block: Block, part: Part) -> Part:
        is_unread = isinstance(part, SymbolUse) and part.symbol in self._unread.get(block.id, ())
        return self._names.own["_"] if is_unread else part

    def place(self, item: Item) -> int:
        """The statement of the app that an item comes from."""
        return self._created[item.number] if item.step is Step.SUBMIT else item.after

    def takes(self, run: int, here: int) -> bool:
        """Whether a statement has the value of a run: the wait in front of it is a part of it."""
        return here in self._uses.get(run, ())

    def gap(self, behind: int, here: int) -> bool:
        """Whether the app has a blank line there, above what was left out included."""
        passed = range(behind + 1, here + 1) if behind < here else (here,)
        return any(getattr(self._program.statements[index], "gap", False) for index in passed)

    def _plain(self, index: int) -> list[str]:
        statement = self._program.statements[index]
        assert isinstance(statement, Plain)
        code = statement.code
        read = self._kept.symbols.intersection(statement.defines)
        if not read and statement.value is not None:
            code = statement.value
        folded, self._folded = self._folded, _Folded()
        code = self._with_names(code, index, folded.calls) if statement.wiring else code
        written = self._names.fill(code, values=self._values).rstrip("\n")
        if statement.wiring:
            return [*folded.above, written, *folded.below]
        behind = f"  {statement.comments.behind}" if statement.comments.behind else ""
        return [*statement.comments.above, written + behind]

    def _with_names(self, code: Fragment, index: int, calls: Mapping[str, str]) -> Fragment:
        """The code with names, or calls, in the place of refs; a node that never runs is None."""

        def named(part: Part) -> Part:
            run = run_of(self._program, part.ref.node, index) if isinstance(part, RefUse) else None
            if not isinstance(part, RefUse):
                return part
            name = self._names.ref(run, part.ref) if run is not None else "None"
            return calls.get(name, name)

        return join(*map(named, code.parts))

    def _nothing_pending(self) -> str:
        return f"{self._names.own['pending']} = []"

    def _limit(self, run: int) -> list[str]:
        limit = self._program.schedules[run].limit
        assert limit is not None
        own = self._names.own
        return [f"{own['in_flight']} = {own['InFlight']}({self._names.fill(limit)})"]

    def _run(self, schedule: Schedule) -> list[str]:
        """What must be over before the app goes on; results are fetched where they are used."""
        lines = []
        waits = self._waits(schedule)
        flow = self._program.flows[schedule.flow]
        if flow.how is not None and schedule.run not in self._uses:
            return [self._run_graph(schedule, flow)]
        if waits:
            lines.append(f"{self._names.own['wait_for']}({', '.join(waits)})")
        if schedule.stored is not None and schedule.run not in self._uses:
            lines.append(self._run_stored(schedule))
        if schedule.run in self._uses and schedule.run not in self._inlined:
            lines.append(f"{self._names.results[schedule.run]} = {self._get(schedule)}")
        return lines

    def _waits(self, schedule: Schedule) -> list[str]:
        """What is waited for; the list stands where its last node does that no block makes."""
        listed, within = self._listed[schedule.run], self._program.within
        at, last, found = within[schedule.statement], None, list[str]()
        for node in unfetched(self._program, schedule, self._uses):
            if node not in listed:
                found.append(self._result(schedule, node))
            elif is_in(at, within[self._created[node]]):
                last = len(found)
        if listed:
            found.insert(len(found) if last is None else last, f"*{self._names.own['pending']}")
        return found

    def _result(self, schedule: Schedule, node: int) -> str:
        """A ref that has the error of a node; that of an actor which nobody calls is Ray's own."""
        name = self._names.refs[schedule.run, node, schedule.by_node[node].returns.keys[0]]
        is_actor = self._program.nodes[node].kind is NodeKind.ACTOR
        return f"{name}.__ray_ready__.remote()" if is_actor else name

    def _get(self, schedule: Schedule) -> str:
        flow = self._program.flows[schedule.flow]
        if flow.how is not None:
            return self._run_graph(schedule, flow)
        if len(flow.held) > len(flow.leaves):
            return self._get_written(schedule, flow)
        leaves = self._program.flows[schedule.flow].leaves
        refs = [self._leaf(schedule, ref) for ref in leaves]
        return self._got(schedule, refs[0] if len(refs) == 1 else f"[{', '.join(refs)}]")

    def _got(self, schedule: Schedule, wanted: str) -> str:
        """The value of a ref, or those of a list."""
        if schedule.stored is not None:
            return self._run_stored(schedule, wanted)
        return f"{self._names.own['ray']}.get({wanted})"

    def _run_stored(self, schedule: Schedule, *wanted: str) -> str:
        assert schedule.stored is not None
        limit = [] if schedule.limit is None else [f"limit={self._names.fill(schedule.limit)}"]
        resume = self._names.own["resume"]
        arguments = ", ".join([*wanted, *limit, f"resume={resume}"])
        return f"{self._names.fill(schedule.stored)}.run({arguments})"

    def _run_graph(self, schedule: Schedule, flow: Flow) -> str:
        """What runs a step graph, whose one leaf may be held by a variable."""
        leaf = [self._leaf(schedule, ref) for ref in flow.leaves]
        leaf += [self._names.fill(one, schedule.run) for one in flow.written if not leaf]
        how = graph_how(self._program, schedule, self._uses)
        assert how is not None
        return graph_run(how, leaf[0], self._names)

    def _get_written(self, schedule: Schedule, flow: Flow) -> str:
        """The results of leaves that variables hold: of one leaf its value, of several a list."""
        leaves = [self._names.fill(leaf, schedule.run) for leaf in flow.written]
        several = sum(not leaf.startswith("*") for leaf in leaves) > 1
        if several or (flow.count or 0) > 1:
            return self._got(schedule, leaves[0][1:] if flow.listed else f"[{', '.join(leaves)}]")
        if len(leaves) == 1 and not leaves[0].startswith("*"):
            return self._got(schedule, leaves[0])
        if schedule.stored is not None:
            return self._run_stored(schedule, *leaves)
        return f"{self._names.own['fetch']}({', '.join(leaves)})"

    def _leaf(self, schedule: Schedule, ref: Ref) -> str:
        return self._names.ref(schedule.run, ref)

    def _used_refs(self, schedule: Schedule) -> Iterable[str]:
        """The refs of a run that its other lines name."""
        for submission in schedule.submissions:
            node = self._program.nodes[submission.node]
            if self._first[node.id] != schedule.run and node.is_lasting:
                continue
            key = (schedule.run, -1 if node.actor is None else node.actor, None)
            if key in self._names.refs:
                yield self._names.refs[key]
            for argument in submission.arguments:
                yield from self._refs(schedule, argument.value)
        for index in self._kept.statements:
            yield from self._filled(schedule, index)
        yield from self._entered(schedule)
        for waited in unfetched(self._program, schedule, self._uses):
            if waited in self._listed[schedule.run]:
                continue
            yield self._names.refs[schedule.run, waited, schedule.by_node[waited].returns.keys[0]]
        flow = self._program.flows[schedule.flow]
        if schedule.run in self._uses or flow.how is not None:
            if len(flow.held) > len(flow.leaves):
                yield from (name for leaf in flow.written for name in self._refs(schedule, leaf))
            else:
                yield from (self._leaf(schedule, ref) for ref in flow.leaves)

    def _entered(self, schedule: Schedule) -> Iterable[str]:
        """The refs in the first lines of blocks."""
        for index, statement in enumerate(self._program.statements):
            if isinstance(statement, Enter) and statement.block in self._kept.blocks:
                for ref in self._program.blocks[statement.block].header.refs:
                    if run_of(self._program, ref.node, index) == schedule.run:
                        yield self._names.ref(schedule.run, ref)

    def _filled(self, schedule: Schedule, index: int) -> Iterable[str]:
        statement = self._program.statements[index]
        if not isinstance(statement, Plain) or not statement.wiring:
            return
        for ref in statement.code.refs:
            if run_of(self._program, ref.node, index) == schedule.run:
                yield self._names.ref(schedule.run, ref)

    def _refs(self, schedule: Schedule, fragment: Fragment) -> Iterable[str]:
        for part in fragment.parts:
            if isinstance(part, RefUse):
                yield self._names.ref(schedule.run, part.ref)
