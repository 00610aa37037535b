"""Checks: one file each; they look at the program and report, and change nothing."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Sink
from ..diagnostics.silence import silence
from ..ir import Program
from .argument_changes import argument_changes
from .blocks import blocks
from .bound_again import bound_again
from .call_arguments import call_arguments
from .carried_nodes import carried_nodes
from .global_changes import global_changes
from .init_arguments import init_arguments
from .large_constants import large_constants
from .lasting_setups import lasting_setups
from .no_workflow import no_workflow
from .node_options import node_options
from .queries import queries
from .same_names import same_names
from .shippable import shippable
from .starved_tasks import starved_tasks
from .steps.declarations import declarations
from .steps.hooks import hooks
from .steps.method_names import method_names
from .steps.outputs import outputs
from .steps.parameters import parameters
from .steps.unused_steps import unused_steps
from .storage_config import storage_config
from .tied_to_process import tied_to_process
from .unreached import unreached
from .unstaged_uses import unstaged_uses
from .unused_results import unused_results
from .waits_in_tasks import waits_in_tasks

CHECKS: tuple[Callable[[Program, Sink], None], ...] = (
    call_arguments,
    node_options,
    init_arguments,
    queries,
    no_workflow,
    unreached,
    same_names,
    unstaged_uses,
    shippable,
    blocks,
    bound_again,
    carried_nodes,
    global_changes,
    argument_changes,
    waits_in_tasks,
    large_constants,
    tied_to_process,
    starved_tasks,
    unused_results,
    storage_config,
    lasting_setups,
    declarations,
    parameters,
    hooks,
    method_names,
    outputs,
    unused_steps,
)


def run_checks(program: Program, sink: Sink) -> None:
    """Reports all that is wrong with a program and not silenced by a comment."""
    for check in CHECKS:
        check(program, sink)
    silence(program.source, sink)
