"""What the names begin with that only the driver knows, and which patterns cannot match them.

load(path).set_name(f"load {path}")         the query finds none of these nodes,
flow.query("fit .*")                        whatever `path` is
"""

from __future__ import annotations

import re

import libcst as cst

_ONE_OF = re.compile(r"\[[^\]\[\\]+\](?![*?{])")  # the first character
_LITERAL = re.compile(r"[\w ,:;/%=@#-]*")


def beginning(name: cst.CSTNode | None) -> str:
    """The text that an f-string begins with; nothing where that is not known."""
    first = name.parts[0] if isinstance(name, cst.FormattedString) and name.parts else None
    if not isinstance(first, cst.FormattedStringText) or "\\" in first.value:
        return ""
    return first.value.replace("{{", "{").replace("}}", "}")


def may_match(pattern: re.Pattern[str], start: str) -> bool:
    """Whether the pattern may match a name that begins with `start`; True when in doubt."""
    is_plain = not re.search(r"[(\[\\]", pattern.pattern)
    if pattern.flags & re.IGNORECASE or ("|" in pattern.pattern and not is_plain):
        return True
    return any(_may_match(one.removeprefix("^"), start) for one in pattern.pattern.split("|"))


def _may_match(pattern: str, start: str) -> bool:
    one_of = _ONE_OF.match(pattern)
    if one_of is not None and start:
        return re.match(one_of.group(), start) is not None
    found = _LITERAL.match(pattern)
    wanted = found.group() if found is not None else ""
    if re.match(r"[*?+{]", pattern[len(wanted) :]):
        wanted = wanted[:-1]
    return wanted.startswith(start) or start.startswith(wanted)
