"""What becomes of the results of runs: where they are used, and what must be waited for else."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir import Plain, Program, Run
from ..ir.schedule import Schedule
from ..slicing import Slice

_IN_SUBMISSION = -1


def run_uses(program: Program, kept: Slice) -> dict[int, list[int]]:
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
                    found.setdefault(run, []).append(_IN_SUBMISSION)
    return found


def inlined(uses: Mapping[int, list[int]]) -> frozenset[int]:
    """The runs whose value is fetched in the one statement that uses it."""
    return frozenset(
        run for run, used in uses.items() if len(used) == 1 and used[0] != _IN_SUBMISSION
    )


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


def unfetched(
    program: Program, schedule: Schedule, uses: Mapping[int, list[int]]
) -> tuple[int, ...]:
    """The nodes of a run whose errors would be lost if nothing waited for them."""
    fetched: set[int] = set()
    if schedule.run in uses:
        fetched = {ref.node for ref in program.flows[schedule.flow].leaves}
    return tuple(node for node in schedule.waits if node not in fetched)
