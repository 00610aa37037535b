"""What there is to say about a code, read out of the docstring of its class."""

from __future__ import annotations

import inspect
import re
import textwrap
from dataclasses import dataclass
from typing import Final

from .model import Diagnostic, Severity

GROUPS: Final = {
    "1": "Reading the source",
    "2": "Staging the wiring",
    "3": "Options",
    "4": "The graph",
    "5": "Step graphs",
    "6": "Plugins and storage",
}

_EXAMPLE: Final = re.compile(r"^Example:\n((?: +.*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True)
class Page:
    """One code: a title of a few words, what it means, code that has it, and what to do.

    `meaning` and `way_out` are paragraphs, as the docstring has them; `example` is code.
    """

    code: str
    severity: Severity
    title: str
    meaning: str
    example: str
    way_out: str

    @property
    def group(self) -> str:
        """What all codes of its hundred are about."""
        return GROUPS[self.code[3]]


def page_of(diagnostic: type[Diagnostic]) -> Page:
    """The page of a diagnostic; parts that its docstring does not have are empty."""
    title, _, text = (inspect.getdoc(diagnostic) or "").partition("\n")
    meaning, *rest = _EXAMPLE.split(f"{text}\n", maxsplit=1)
    example, way_out = rest or ("", "")
    return Page(
        diagnostic.code,
        diagnostic.severity,
        title.rstrip("."),
        meaning.strip("\n"),
        textwrap.dedent(example).strip("\n"),
        way_out.strip("\n"),
    )
