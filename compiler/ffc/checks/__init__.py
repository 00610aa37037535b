"""Checks: one file each; they look at the program and report, and change nothing."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Sink
from ..ir import Program
from .call_arguments import call_arguments
from .init_arguments import init_arguments
from .no_workflow import no_workflow
from .node_options import node_options
from .queries import queries
from .same_names import same_names
from .shippable import shippable
from .unreached import unreached
from .unstaged_uses import unstaged_uses

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
)


def run_checks(program: Program, sink: Sink) -> None:
    """Reports all that is wrong with a program."""
    for check in CHECKS:
        check(program, sink)
