"""Drivers as the snapshots of cases have them: of the runtime behind `main()`, the names alone.

The monitor is the same text in all drivers (`templates/monitor.py.txt`); those of `examples/` are
there whole.
"""

from __future__ import annotations

import re
import textwrap

_MARK = "# What follows is ffc's runtime"
_ENTRY = '\nif __name__ == "__main__":\n'


def shown(driver: str) -> str:
    """The driver without the code of the runtime behind `main()`."""
    head, mark, behind = driver.partition(_MARK)
    if not mark:
        return driver
    title, _, behind = behind.partition("\n")
    runtime, entry, tail = behind.rpartition(_ENTRY)
    found = re.findall(r"^(?:def|class) (\w+)|^(\w+) =", runtime, re.MULTILINE)
    names = [function or constant for function, constant in found]
    first = names.index("add_options") if "add_options" in names else len(names)
    listed = ", ".join([*names[:first], "and the monitor"] if first < len(names) else names)
    listed = textwrap.fill(listed, 88, initial_indent="# ", subsequent_indent="# ")
    return f"{head}{mark}{title}\n{listed}\n\n{entry}{tail}"
