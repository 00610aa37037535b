"""Drivers without their monitor: on a stand-in for Ray there is nothing to watch."""

from __future__ import annotations

import re

_WATCHED = re.compile(r"sys\.exit\(\s*Monitor\(.*?\)\.run\(\s*(.*)\)\s*\)\s*\Z", re.DOTALL)


def unwatched(driver: str) -> str:
    """The driver, whose last lines call `main()` themselves."""
    head, entry, tail = driver.rpartition('\nif __name__ == "__main__":\n')
    return head + entry + _WATCHED.sub(_call, tail)


def _call(found: re.Match[str]) -> str:
    main, _, arguments = found.group(1).partition(",")
    return f"{main}({arguments})\n"
