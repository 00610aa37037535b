"""Drivers without their monitor: on a stand-in for Ray there is nothing to watch."""

from __future__ import annotations

import re

_ENTRY = '\nif __name__ == "__main__":\n'
_WATCHED = re.compile(r"sys\.exit\(\s*(?:Step)?Monitor\(.*?\)\.run\(\s*(.*?)\)\s*\)$", re.DOTALL)


def unwatched(driver: str) -> str:
    """The driver, whose last lines call `main()` themselves."""
    head, entry, tail = driver.rpartition(_ENTRY)
    tail = tail.partition("\nelif __name__ in")[0].rstrip()
    return head + entry + _WATCHED.sub(_call, tail) + "\n"


def _call(found: re.Match[str]) -> str:
    main, _, arguments = found.group(1).partition(",")
    return f"{main}({arguments})"
