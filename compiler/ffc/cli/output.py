"""What verbs print on standard output, on any terminal and into any file."""

from __future__ import annotations

import os
import sys

import click

_COLORS = {
    "head": {"bold": True},
    "name": {"fg": "cyan"},
    "word": {"fg": "magenta"},
    "more": {"fg": "green"},
    "less": {"fg": "red"},
    "other": {"fg": "yellow"},
}


def say(text: str) -> None:
    """Prints text for people; what the terminal cannot show is written as in a string."""
    stream = sys.stdout
    encoding = stream.encoding or "utf-8"
    shown = text.encode(encoding, "backslashreplace").decode(encoding)
    click.echo(shown, nl=False)


def put(text: str) -> None:
    """Prints text for programs: in UTF-8, whatever the terminal has."""
    click.echo(text.encode("utf-8", "backslashreplace"), nl=False)


def in_color() -> bool:
    """Whether text on standard output has colors: on a terminal, if NO_COLOR is not set."""
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def painted(text: str, what: str) -> str:
    """Text in the color of what it is."""
    style = _COLORS.get(what, {"dim": True})
    return click.style(text, **style)  # type: ignore[arg-type]
