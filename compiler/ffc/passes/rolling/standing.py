"""Code in which something else stands for some variables, inside of strings too.

load(kind).set_name(f"{kind} data")       with "moons" for kind:  f"moons data"
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping

from ...ir import Fragment, Part, Symbol, SymbolUse, join
from ...ir.choices import decided
from ...ir.fstrings import without_constants

Standing = Mapping[Symbol, Fragment]
_TEXT = re.compile(r"'[^'\"\\{}\n]*'|\"[^'\"\\{}\n]*\"")
_UNFIT = re.compile(r"['\"\\\n]")


def substituted(code: Fragment, standing: Standing) -> Fragment:
    """The code with what stands for its variables; those that nothing can stand for are left."""
    if standing.keys().isdisjoint(code.symbols):
        return code
    writing = _Writing()
    for index, part in enumerate(code.parts):
        stands = standing.get(part.symbol) if isinstance(part, SymbolUse) else None
        following = code.parts[index + 1] if index + 1 < len(code.parts) else ""
        if stands is None:
            writing.add(part)
        elif not writing.quote:
            writing.add_all(stands)
        else:
            assert isinstance(part, SymbolUse)
            writing.add_in_string(part, stands, isinstance(following, str) and following[:1] == "}")
    return decided(without_constants(join(*writing.parts)))


class _Writing:
    """The code so far; the `quote` that ends the string around, if it ends in one."""

    def __init__(self) -> None:
        self.parts: list[Part] = []
        self.quote = ""
        self._start = (0, 0)  # where the string begins: the part, and the place in it
        self._is_plain = False  # whether texts stand in it in the place of variables
        self._is_closed = False  # whether the next brace is gone

    def add_all(self, code: Fragment) -> None:
        for part in code.parts:
            self.add(part)

    def add_in_string(self, part: SymbolUse, stands: Fragment, is_closed: bool) -> None:
        """What stands for a variable in an f-string: a text has no braces there."""
        only = stands.parts[0] if len(stands.parts) == 1 else None
        last = self.parts[-1] if self.parts else ""
        is_bare = is_closed and isinstance(last, str) and re.search(r"(?<!\{)(\{\{)*\{$", last)
        if isinstance(only, str) and isinstance(last, str) and is_bare and _TEXT.fullmatch(only):
            self.parts[-1] = last[:-1] + ast.literal_eval(only)
            self._is_plain = self._is_closed = True
        elif any(isinstance(one, str) and _UNFIT.search(one) for one in stands.parts):
            self.add(part)
        else:
            self.add_all(stands)

    def add(self, part: Part) -> None:
        if not isinstance(part, str):
            self.parts.append(part)
            return
        if self._is_closed:
            part, self._is_closed = part[1:], False
        before = ""
        if self.parts and isinstance(self.parts[-1], str):
            before = self.parts.pop()  # type: ignore[assignment]
        self.parts.append(self._scanned(before + part, len(before)))

    def _scanned(self, text: str, place: int) -> str:
        """The text, looked through from a place on for the ends of strings."""
        here = len(self.parts)
        while place < len(text):
            char = text[place]
            if self.quote and char == "\\":
                place += 1
            elif self.quote and text.startswith(self.quote, place):
                text, place = self._ended(text, place, here)
            elif not self.quote and char == "#":
                end = text.find("\n", place)
                place = len(text) if end < 0 else end
            elif not self.quote and char in "'\"":
                self.quote = char * 3 if text.startswith(char * 3, place) else char
                self._start = here, place
                place += len(self.quote) - 1
            place += 1
        return text

    def _ended(self, text: str, place: int, here: int) -> tuple[str, int]:
        """The text behind whose last string is; one without braces needs no `f`."""
        part, start = self._start
        inside = text[start:place] if part == here else "{"
        end = place + len(self.quote) - 1
        if self._is_plain and not set(inside) & set("{}"):
            prefix = re.search(r"[a-zA-Z]*$", text[:start])
            assert prefix is not None
            bare = re.sub("[fF]", "", prefix.group())
            text = text[: prefix.start()] + bare + text[start:]
            end -= len(prefix.group()) - len(bare)
        self.quote, self._is_plain = "", False
        return text, end
