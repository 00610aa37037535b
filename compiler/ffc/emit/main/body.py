"""The lines of `main()`, in which functions of the app that make nodes may be functions again."""

from __future__ import annotations

from ...ir import Program
from ...slicing import Slice
from ..name_table import NameTable
from ..outlining import callable_functions, outline, with_functions
from ..outlining.line import deeper
from ..placement import Placement
from .lines import main_lines


def main_body(
    program: Program, kept: Slice, placement: Placement, names: NameTable, parameters: str
) -> tuple[str, ...]:
    """The lines of `main()`, which has these parameters.

    What a function gives may be written into the line that takes it only where the function does
    not stay one, so the lines are written anew until those that stay are known.
    """
    apart = callable_functions(program)
    while True:
        lines = main_lines(program, kept, placement, names, apart)
        found = outline(program, lines, names, parameters, apart)
        if found.kept == apart:
            return tuple(map(deeper, with_functions(found)))
        apart = found.kept
