"""The shape of every diagnostic.

A diagnostic is a frozen dataclass. Its fields are the facts of one case; its properties say them
in words. Its docstring is its page in `docs/diagnostics.md`: the first line is the title, then
what it means, an example after `Example:` and what to do.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import ClassVar

from ..source import Span


class Severity(enum.Enum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Diagnostic:
    """One thing to say about the app, at `span`."""

    code: ClassVar[str]
    severity: ClassVar[Severity]

    span: Span

    @property
    def message(self) -> str:
        """One line: what is wrong, with the names of this case in backquotes."""
        raise NotImplementedError

    @property
    def label(self) -> str:
        """A few words beside the caret, or nothing."""
        return ""

    @property
    def notes(self) -> tuple[str, ...]:
        """Facts that help to understand it."""
        return ()

    @property
    def help(self) -> str:
        """The way out, or nothing."""
        return ""

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        """Other places that matter, each with its label."""
        return ()


@dataclass(frozen=True)
class Error(Diagnostic):
    """No driver is written."""

    severity = Severity.ERROR


@dataclass(frozen=True)
class Warning_(Diagnostic):
    """The driver is written; a person should look at this place."""

    severity = Severity.WARNING
