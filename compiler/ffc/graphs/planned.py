"""What each run submits, node by node: loops are not folded.

The driver's passes fold loops and move statements, for code that reads well. Here the seeds, names
and options that they would give are worked out on what staging found.
"""

from __future__ import annotations

from dataclasses import replace

from ..ir import Program
from ..passes.number_seeds import number_seeds
from ..passes.renew_steps import renew_steps
from ..passes.schedule_runs import schedule_runs


def planned(staged: Program) -> Program:
    """The program with its schedules."""
    within = (
        tuple(turn.block for turn in path if staged.is_kept(turn.block)) for path in staged.paths
    )
    return schedule_runs(number_seeds(renew_steps(replace(staged, within=tuple(within)))))
