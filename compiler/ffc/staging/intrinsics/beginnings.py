"""What the names begin with that only the driver knows, and which patterns cannot match them.

load(path).set_name(f"load {path}")         the query finds none of these nodes,
flow.query("fit .*")                        whatever `path` is
"""

from __future__ import annotations

import re

import libcst as cst

_LITERAL = re.compile(r"[\w ,:;/%=@#-]*")


def beginning(name: cst.CSTNode | None) -> str:
    """The text that an f-string begins with; nothing where that is not known."""
    first = name.parts[0] if isinstance(name, cst.FormattedString) and name.parts else None
    if not isinstance(first, cst.FormattedStringText) or "\\" in first.value:
        return ""
    return first.value.replace("{{", "{").replace("}}", "}")


def may_match(pattern: re.Pattern[str], start: str) -> bool:
    """Whether the pattern may match a name that begins with `start`; True when in doubt."""
    if "|" in pattern.pattern or pattern.flags & re.IGNORECASE:
        return True
    found = _LITERAL.match(pattern.pattern)
    wanted = found.group() if found is not None else ""
    if re.match(r"[*?+{]", pattern.pattern[len(wanted) :]):
        wanted = wanted[:-1]
    return wanted.startswith(start) or start.startswith(wanted)
