"""Passes over the program: one file each, run in the order of `PASSES`."""

from __future__ import annotations

from collections.abc import Callable

from ..ir import Program
from ..ir.verifier import verify
from .bare_tuples import bare_tuples
from .choose_blocks import choose_blocks
from .copy_variables import copy_variables
from .delay_wiring import delay_wiring
from .drop_targets import drop_targets
from .fold_names import fold_names
from .hoist_arguments import hoist_arguments
from .hoist_names import hoist_names
from .join_appends import join_appends
from .name_results import name_results
from .number_seeds import number_seeds
from .part_variables import part_variables
from .place_setups import place_setups
from .renew_steps import renew_steps
from .repeating import repeat_blocks
from .rolling import roll_loops
from .schedule_runs import schedule_runs
from .split_blocks import split_blocks
from .split_items import split_items

PASSES: tuple[Callable[[Program], Program], ...] = (
    renew_steps,
    number_seeds,
    roll_loops,
    part_variables,
    choose_blocks,
    name_results,
    repeat_blocks,
    split_blocks,
    delay_wiring,
    join_appends,
    schedule_runs,
    place_setups,
    hoist_names,
    fold_names,
    hoist_arguments,
    copy_variables,
    split_items,
    drop_targets,
    bare_tuples,
)


def run_passes(program: Program) -> Program:
    """The program with its runs planned, ready to be emitted."""
    verify(program)
    for run_pass in PASSES:
        program = verify(run_pass(program), program)
    return program
