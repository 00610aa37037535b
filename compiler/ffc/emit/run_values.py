"""What becomes of the results of runs: where they are used, and what must be waited for else."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir import Enter, Plain, Program, Run
from ..ir.schedule import Schedule
from ..slicing import Slice

_IN_SUBMISSION = -1


def run_uses(program: Program, kept: Slice) -> dict[int, list[int]]:
    """For each run whose value is used: the statements that use it, once for each use."""
    found: dict[int, list[int]] = {}
    for index in sorted(kept.statements):
        statement = program.statements[index]
        if not isinstance(statement, Plain):
            continue
        for run in statement.code.runs:
            found.setdefault(run, []).append(index)
    for index, entered in enumerate(program.statements):
        if isinstance(entered, Enter) and entered.block in kept.blocks:
            for run in program.blocks[entered.block].header.runs:
                found.setdefault(run, []).append(index)
    for schedule in program.schedules:
        for submission in schedule.submissions:
            for argument in submission.arguments:
                for run in argument.value.runs:
                    found.setdefault(run, []).append(_IN_SUBMISSION)
    return found


def inlined(uses: Mapping[int, list[int]]) -> frozenset[int]:
    """The runs whose value is fetched in the one statement that uses it."""
    return frozenset(
        run for run, used in uses.items() if len(used) == 1 and used[0] != _IN_SUBMISSION
    )


def run_of(program: Program, node: int, index: int) -> int | None:
    """The run whose ref of a node is meant by a statement that fills variables with refs."""
    running = [s for s in program.schedules if node in s.by_node]
    later = [s.run for s in running if s.statement > index]
    return later[0] if later else running[-1].run if running else None


def run_ends(program: Program, kept: Slice) -> list[int]:
    """For each run, the statement behind which it is over."""
    uses = run_uses(program, kept)
    in_place = inlined(uses)
    runs = (index for index, s in enumerate(program.statements) if isinstance(s, Run))
    return [uses[run][0] if run in in_place else index for run, index in enumerate(runs)]


def needs_wait(program: Program, kept: Slice) -> bool:
    """Whether some run has nodes whose results nobody takes."""
    uses = run_uses(program, kept)
    return any(unfetched(program, schedule, uses) for schedule in program.schedules)


def needs_fetch(program: Program, kept: Slice, schedule: Schedule) -> bool:
    """Whether it depends on the run of the driver how many leaves there are."""
    flow = program.flows[schedule.flow]
    stars = [str(leaf.parts[0]).startswith("*") for leaf in flow.written]
    held = len(flow.held) > len(flow.leaves) and (flow.count or 0) < 2
    return (
        held
        and schedule.stored is None
        and any(stars)
        and len(stars) - sum(stars) < 2
        and schedule.run in run_uses(program, kept)
    )


def unfetched(
    program: Program, schedule: Schedule, uses: Mapping[int, list[int]]
) -> tuple[int, ...]:
    """The nodes of a run whose errors would be lost if nothing waited for them."""
    if schedule.stored is not None:  # it waits itself
        return ()
    fetched: set[int] = set()
    if schedule.run in uses:
        fetched = set(program.flows[schedule.flow].taken)
    return tuple(node for node in schedule.waits if node not in fetched)
