"""How drivers name and make the tasks that wrap a function of the app."""

from __future__ import annotations

from ..ir import Program
from ..ir.schedule import Submission
from .name_table import NameTable
from .wrapping import Wrapper, wrapper_of


def task_name(program: Program, names: NameTable, submission: Submission) -> str:
    """What to call to submit it: the user's own function, or a wrapper of it."""
    wrapper = wrapper_of(program, submission)
    return names.wrappers.get(wrapper, names.symbols[wrapper.function])


def wrapper_line(wrapper: Wrapper, names: NameTable) -> str:
    """The statement that makes the wrapper, at the driver's module level."""
    function = names.symbols[wrapper.function]
    target = names.wrappers[wrapper]
    assert not wrapper.is_prepared, "that is a definition"
    if wrapper.keys is None:
        return f"{target} = {names.own['ray']}.remote({function})"
    arguments = [function, *(key for key in wrapper.keys if key is not None)]
    if None in wrapper.keys:
        arguments.append("whole=True")
    return f"{target} = {names.own['returning_items']}({', '.join(arguments)})"
