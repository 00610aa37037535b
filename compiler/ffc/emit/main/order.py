"""The order of what `main()` does.

Nodes are submitted where the app makes them, unless a statement with an effect comes between that
and their run: a task may read the file that such a statement writes, and in the app no task runs
before `run()`. Then the nodes stand right behind it.

    a = load("a")             write_file()
    write_file()        →     a = load.remote("a")
    flow.run()
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...ir import Argument, Create, Effect, Enter, Open, Plain, Program, Symbol, SymbolUse
from ...ir.groups import Groups, shared
from ...ir.schedule import Schedule, Submission
from ...slicing import Slice
from ...slicing.roots import starting_flow
from ..graph_nodes import unnamed_steps
from ..pending import begins_anew, is_in, pass_around, pending
from ..placement import Placement
from ..run_values import run_ends, run_of
from .item import LAST, Item, Step, key
from .order_checks import NoOrder, check_order


def order_body(program: Program, kept: Slice, placement: Placement) -> tuple[Item, ...]:
    """The pieces of `main()` in their order."""
    found = sorted(_Order(program, kept, placement).items(), key=key)
    check_order(program, found)
    return tuple(found)


class _Order:
    def __init__(self, program: Program, kept: Slice, placement: Placement) -> None:
        self._program, self._kept = program, kept
        self._groups = Groups(program)
        self._in_main = sorted(kept.statements - placement.at_module)
        entered = [i for i, s in enumerate(program.statements) if self._is_entered(s)]
        self._entered = entered
        effects = [i for i in self._in_main if self._plain(i).effect is Effect.ANY]
        self._barriers = sorted([*effects, *run_ends(program, kept)])
        self._changing: defaultdict[Symbol, list[int]] = defaultdict(list)
        for index in self._in_main:
            for symbol in self._plain(index).changes:
                self._changing[symbol].append(index)
        self._listed = pending(program, kept)
        self._anew = begins_anew(program, self._listed)
        self._start = self._starting()
        self._after: defaultdict[int, dict[int, int]] = defaultdict(dict)  # by run and node
        self._made: dict[tuple[int, int], tuple[int, tuple[int, ...]]] = {}  # by run and node
        self._filled: dict[Symbol, tuple[int, tuple[int, ...]]] = {}
        self._stood: dict[Symbol, int] = {}  # what is filled where the app does
        self._places: dict[Symbol, int] = {}
        self._late: list[Item] = []
        self._unnamed = unnamed_steps(program)
        self._above_blocks: dict[int, frozenset[int]] = {}

    def _is_entered(self, statement: object) -> bool:
        return isinstance(statement, Enter) and statement.block in self._kept.blocks

    def items(self) -> Iterator[Item]:
        within = self._program.within
        submitted: defaultdict[int, list[tuple[Schedule, Submission]]] = defaultdict(list)
        for schedule in self._program.schedules:
            for submission in schedule.submissions:
                submitted[submission.node].append((schedule, submission))
        in_main = set(self._in_main)
        for index, statement in enumerate(self._program.statements):
            if isinstance(statement, Create):
                yield from self._submissions(statement.node, submitted[statement.node])
            elif index in in_main:
                item = self._kept_statement(index)
                self._check_order(item)
                yield item
        for index in self._entered:
            yield Item(index, Step.ENTER, index, within=within[index])
        if self._program.schedules:
            yield Item(self._start, Step.START, 0)
        for schedule in self._program.schedules:
            yield from self._run_items(schedule)

    def _submissions(
        self, node: int, submitted: list[tuple[Schedule, Submission]]
    ) -> Iterator[Item]:
        """A node as each run submits it; one that lasts, as the first does."""
        if node in self._unnamed:
            return
        lasts = self._program.nodes[node].is_lasting
        item: Item | None = None
        for schedule, submission in submitted:
            if item is None or not lasts:
                item = self._submission(schedule, submission)
                yield item
            self._after[schedule.run][node] = item.after
            self._made[schedule.run, node] = item.after, item.within

    def _kept_statement(self, index: int) -> Item:
        """A statement that fills a variable with what comes later stands behind that."""
        statement, within = self._plain(index), self._program.within[index]
        nodes = [ref.node for ref in statement.code.refs]
        keys = [(run, n) for n in nodes if (run := run_of(self._program, n, index)) is not None]
        found = [self._made[key] for key in keys if key in self._made]
        late = max((after for after, around in found if around == within), default=-1)
        bound = (*statement.defines, *statement.changes)
        if statement.wiring:
            late = max(late, self._filled_by((*statement.uses, *bound), within))
        if late <= index and not self._follows(index, late):
            self._stood.update((symbol, index) for symbol in bound)
            return Item(index, Step.PLAIN, index, within=within)
        self._filled.update((symbol, (late, within)) for symbol in bound)
        again = self._bound_between(index, late).intersection(statement.uses)
        if again:
            raise NoOrder(min(symbol.name for symbol in again))
        place = self._beside(index) if not within else index
        return Item(late, Step.FILL, index, LAST, within, place)

    def _follows(self, index: int, late: int) -> bool:
        """Whether a statement of the wiring stands right behind the run whose end is at `late`."""
        statement, within = self._plain(index), self._program.within
        if not statement.wiring or within[index] or late < 0 or late not in self._barriers:
            return False
        named = (*statement.defines, *statement.changes, *statement.uses)
        between = self._program.statements[late + 1 : index]
        return all(self._stood.get(symbol, -1) < late for symbol in named) and all(
            isinstance(one, Plain) and one.wiring for one in between
        )

    def _beside(self, index: int) -> int:
        """The place of a statement that fills variables: behind its nodes, and those before it."""
        statement = self._plain(index)
        bound = (*statement.defines, *statement.changes)
        places = [self._places.get(symbol, -1) for symbol in (*bound, *statement.uses)]
        places += (self._groups.created[ref.node] for ref in statement.code.refs)
        place = max(places, default=index)
        self._places.update((symbol, place) for symbol in bound)
        return place

    def _check_order(self, item: Item) -> None:
        """What fills a variable with refs must not come before an earlier reader that waits."""
        statement = self._plain(item.number)
        if not statement.wiring:
            return
        for waiting in self._late:
            again = set(statement.defines).intersection(self._plain(waiting.number).uses)
            if again and key(item) < key(waiting):
                raise NoOrder(min(symbol.name for symbol in again))
        if item.step is Step.FILL:
            self._late.append(item)

    def _bound_between(self, first: int, last: int) -> set[Symbol]:
        """What the app's own code binds behind the one statement, up to the other."""
        start, end = bisect_right(self._in_main, first), bisect_right(self._in_main, last)
        plain = (self._plain(index) for index in self._in_main[start:end])
        found = {symbol for one in plain if not one.wiring for symbol in one.defines}
        start, end = bisect_right(self._entered, first), bisect_right(self._entered, last)
        statements = (self._program.statements[index] for index in self._entered[start:end])
        blocks = (one.block for one in statements if isinstance(one, Enter))
        return found.union(*(self._program.blocks[block].binds for block in blocks))

    def _filled_by(self, symbols: Iterable[Symbol], within: tuple[int, ...]) -> int:
        """Where the last statement stands that fills one of the variables later than the app."""
        found = [self._filled[symbol] for symbol in symbols if symbol in self._filled]
        return max((after for after, around in found if around == within), default=-1)

    def _plain(self, index: int) -> Plain:
        statement = self._program.statements[index]
        assert isinstance(statement, Plain)
        return statement

    def _starting(self) -> int:
        """Ray starts where the first workflow is made, behind the variables that its options name.

        Outside of all blocks, behind the effects that come before.
        """
        opened = next(
            (i for i, s in enumerate(self._program.statements) if isinstance(s, Open)),
            len(self._program.statements),
        )
        group = self._groups.of(opened) if opened < len(self._program.statements) else None
        if group is not None:
            opened = self._groups.extents[group][0]
        flow = starting_flow(self._program)
        named = {s for option in (flow.init if flow else ()) for s in option.value.symbols}
        binding = [i for i in self._in_main if named.intersection(self._plain(i).defines)]
        behind = max(_last(self._barriers, opened), _last(binding, opened))
        return behind if behind < 0 else self._groups.end(behind)

    def _run_items(self, schedule: Schedule) -> Iterator[Item]:
        at = self._program.within[schedule.statement]
        yield Item(schedule.statement, Step.RUN, 0, schedule.run, at)
        made = [
            (after, self._groups.created[node], within)
            for (run, node), (after, within) in self._made.items()
            if run == schedule.run
        ]
        if schedule.run in self._anew:
            listed = self._listed[schedule.run]
            turn = pass_around(self._program, at)
            inside = [one for one in made if is_in(one[2], turn)]
            of_pass = all(is_in(self._made[schedule.run, node][1], turn) for node in listed)
            yield self._before(min(inside if of_pass else made), Step.PENDING, schedule)
        if schedule.limit is not None and schedule.stored is None:
            yield self._before(min(made), Step.LIMIT, schedule)

    def _before(
        self, first: tuple[int, int, tuple[int, ...]], step: Step, schedule: Schedule
    ) -> Item:
        """What comes in front of the first node of a run, and of blocks that the run is not in."""
        after, place, within = first
        at = self._program.within[schedule.statement]
        if self._groups.of(after) != self._groups.of(schedule.statement):
            at = ()
        depth = shared(within, at)
        if len(within) == depth:
            return Item(after, step, 0, schedule.run, within, place)
        begins = self._groups.enters[self._groups.root(within[depth])]
        behind = max(begins - 1, self._start)
        return Item(behind, step, 0, schedule.run, within[:depth], LAST)

    def _submission(self, schedule: Schedule, submission: Submission) -> Item:
        after, within = self._place(schedule, submission)
        created = self._groups.created[submission.node]
        arguments = self._arguments(schedule, submission)
        picked = (s for a in arguments if _picks(a) for s in a.value.symbols)
        for symbol in picked if self._groups.of(created) is None else ():
            if any(created < index <= after for index in self._changing.get(symbol, ())):
                raise NoOrder(symbol.name)
        return Item(after, Step.SUBMIT, submission.node, schedule.run, within, created)

    def _place(self, schedule: Schedule, submission: Submission) -> tuple[int, tuple[int, ...]]:
        """The statement behind which a node is submitted, and the blocks in which."""
        created = self._groups.created[submission.node]
        group, home = self._groups.of(created), self._program.within[created]
        if self._program.nodes[submission.node].is_lasting:
            return self._behind_inputs(schedule, submission, created), home
        run = self._groups.of(schedule.statement)
        node = submission.node
        if group is not None and group != run:
            inside = self._program.within[submission.after] == home
            own = max(created, submission.after) if inside else created
            return own, home
        own = max(one.after for one in self._on_line(schedule, submission))
        own = max(own, self._changed(schedule, submission))
        named = [s for one in self._arguments(schedule, submission) for s in one.value.symbols]
        own = max(own, self._filled_by(named, home))
        placed, inner = self._after[schedule.run], run if group is None else group
        made = [self._program.nodes[one.node] for one in self._on_line(schedule, submission)]
        parents = (parent for one in made for parent in one.parents if parent in placed)
        own = max([own, *(self._behind(placed[parent], inner) for parent in parents)])
        barrier = _last(self._barriers, schedule.statement)
        if group is None and run is not None and node not in self._taken_before(schedule):
            # Each pass of the block runs it anew.
            at = self._program.within[schedule.statement]
            entered = self._groups.enters[at[-1]]
            return max(own, entered, barrier), at
        if group is None:
            own = max(own, self._start, self._groups.end(barrier) if barrier >= 0 else -1)
        elif barrier > created and self._program.within[barrier] == home:
            own = max(own, barrier)
        return own, home

    def _behind_inputs(self, schedule: Schedule, submission: Submission, created: int) -> int:
        """Where the app makes a node, or behind those whose refs it gets."""
        placed = self._after[schedule.run]
        arguments = self._arguments(schedule, submission)
        refs = (ref.node for one in arguments for ref in one.value.refs)
        group = self._groups.of(created)
        return max([created, *(self._behind(placed[n], group) for n in refs if n in placed)])

    def _on_line(self, schedule: Schedule, submission: Submission) -> Iterator[Submission]:
        """The submission, and that of the step which it binds if that is made on its line."""
        yield submission
        actor = self._program.nodes[submission.node].actor
        if actor is not None and actor in self._unnamed:
            yield schedule.by_node[actor]

    def _arguments(self, schedule: Schedule, submission: Submission) -> list[Argument]:
        return [a for one in self._on_line(schedule, submission) for a in one.arguments]

    def _taken_before(self, schedule: Schedule) -> frozenset[int]:
        """The nodes above those of blocks that come before the block of a run."""
        if schedule.run not in self._above_blocks:
            run, found = self._groups.of(schedule.statement), set[int]()
            for node in reversed([submission.node for submission in schedule.submissions]):
                if node in found or self._groups.of(self._groups.created[node]) not in (None, run):
                    found.update(self._program.nodes[node].parents)
            self._above_blocks[schedule.run] = frozenset(found)
        return self._above_blocks[schedule.run]

    def _behind(self, index: int, group: int | None) -> int:
        """The same place, or that behind the block which it is in."""
        inner = index >= 0 and self._groups.of(index) != group
        return self._groups.end(index) if inner else index

    def _changed(self, schedule: Schedule, submission: Submission) -> int:
        """The last change of a list or dict that the node gets: it is passed as it is then."""
        whole = (
            a
            for a in self._arguments(schedule, submission)
            if not (a.computed or a.prefix.startswith("*") or _picks(a))
        )
        passed = {symbol for argument in whole for symbol in argument.value.symbols}
        changing = [self._changing[symbol] for symbol in passed if symbol in self._changing]
        last = max((_last(found, schedule.statement) for found in changing), default=-1)
        home = self._program.within[self._groups.created[submission.node]]
        return last if last < 0 else self._groups.past(last, home)


def _picks(argument: Argument) -> bool:
    """Whether it takes an element of a list or dict: the one that the app took for the node."""
    match argument.value.parts:
        case [SymbolUse(), str(text), *_]:
            return text.startswith("[")
    return False


def _last(indices: Sequence[int], before: int) -> int:
    """The last index before `before`, of those in order; -1, the very beginning, if none."""
    position = bisect_left(indices, before)
    return indices[position - 1] if position else -1
