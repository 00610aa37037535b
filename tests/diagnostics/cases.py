"""Diagnostics to render and list: what they say is made up."""

from __future__ import annotations

from dataclasses import dataclass

from ffc.diagnostics import Error, Warning_
from ffc.source import Region, SourceFile, Span

APP = """\
import ffc

flow = ffc.RayWorkflow(leaf)
flow.query("x").set_remote_args({"num_cpu": 2})
call(
    1,
)
"""


@dataclass(frozen=True)
class Wrong(Error):
    """something wrong

    It is wrong.
    Example:
        first = 1

        if first:
            second()

    Put it right.
    """

    code = "FFC301"

    message: str = "unknown option `num_cpu` for a task"
    label: str = ""
    notes: tuple[str, ...] = ()
    help: str = ""
    related: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True)
class Odd(Warning_):
    """something odd

    It is odd.
    """

    code = "FFC401"

    message: str = "a node that nothing uses"


def span(
    line: int, column: int, end_line: int, end_column: int, text: str = APP, name: str = "app.py"
) -> Span:
    return Span(SourceFile(name, None, text), Region(line, column, end_line, end_column))
