"""F-strings in which constants have come to stand for names.

f"{'moons'}, {name}"   →   f"moons, {name}"
f"run {0}"             →   "run 0"
"""

from __future__ import annotations

import ast
import re

from .fragment import Fragment
from .holes import parts_of, place_of, with_holes, with_names

_PLAIN = re.compile(r"\{(?:'([^'\"\\{}\n\0]*)'|\"([^'\"\\{}\n\0]*)\"|(\d+)|\((-\d+)\))\}")
_FSTRING = re.compile(r"f('''|\"\"\"|'|\")(.*)\1", re.DOTALL)


def without_constants(code: Fragment) -> Fragment:
    """The code with those constants as text; what is not a whole statement stays as it is."""
    if not any(isinstance(part, str) and _PLAIN.search(part) for part in code.parts):
        return code
    written = with_names(code)
    try:
        tree = ast.parse(written)
    except SyntaxError:
        return code
    places = [place_of(written, n) for n in parts_of(tree) if isinstance(n, ast.JoinedStr)]
    for start, end in sorted(places, reverse=True):
        written = written[:start] + _merged(written[start:end]) + written[end:]
    return with_holes(written, code)


def _merged(segment: str) -> str:
    found = _FSTRING.fullmatch(segment)
    if found is None or found[1] in found[2]:  # one that is raw, or several side by side
        return segment
    body, at, is_open = found[2], 0, False
    pieces: list[str] = []
    while at < len(body):
        constant = _PLAIN.match(body, at)
        if body.startswith(("{{", "}}"), at):
            end, piece = at + 2, body[at : at + 2]
        elif constant is not None:
            end, piece = constant.end(), next(one for one in constant.groups() if one is not None)
        elif body[at] == "{":
            end, is_open = _closing(body, at), True
            piece = body[at:end]
        else:
            end, piece = at + 1, body[at]
        pieces.append(piece)
        at = end
    whole = "".join(pieces)
    if is_open:
        return f"f{found[1]}{whole}{found[1]}"
    return f"{found[1]}{whole.replace('{{', '{').replace('}}', '}')}{found[1]}"


def _closing(body: str, start: int) -> int:
    """Where the braces end that open there."""
    depth = 0
    for index in range(start, len(body)):
        depth += {"{": 1, "}": -1}.get(body[index], 0)
        if depth == 0:
            return index + 1
    return len(body)
