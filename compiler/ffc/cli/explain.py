"""`ffc explain`."""

from __future__ import annotations

import itertools
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import click

from .completion import diagnostic_codes
from .printable import printable
from .refused import Refused

if TYPE_CHECKING:
    from ..diagnostics.page import Page

_WIDTH: Final = 80
_COLORS: Final = {"error": "red", "warning": "yellow"}


@click.command("explain")
@click.argument("codes", nargs=-1, metavar="[CODE]...", shell_complete=diagnostic_codes)
def explain_command(codes: tuple[str, ...]) -> None:
    """Say what the errors and warnings with these CODEs mean, and what to do.

    Without one, list all codes.
    """
    from ..diagnostics.catalog import catalog
    from ..diagnostics.page import page_of

    pages = {found.code: page_of(found) for found in catalog()}
    chosen = [_chosen(code, pages) for code in codes]
    if chosen:
        click.echo("\n\n".join("\n".join(_explained(page)) for page in chosen))
    else:
        click.echo("\n".join(_listed(pages)))


def _chosen(code: str, pages: dict[str, Page]) -> Page:
    """The page of a code, whatever its case; `Refused` where there is none."""
    from ..diagnostics.nearest import nearest

    found = pages.get(code.upper())
    if found is None:
        close = nearest(code, pages)
        hint = "`ffc explain` lists all" if close is None else f"did you mean {close}?"
        raise Refused(f"there is no code {printable(code)}; {hint}")
    return found


def _explained(page: Page) -> Iterator[str]:
    """The lines about one code."""
    severity = page.severity.value
    head = textwrap.fill(f"{page.code} {page.title} ({severity})", _WIDTH)
    yield click.style(head, _COLORS[severity], bold=True)
    yield from _paragraphs(page.meaning)
    yield "\nExample:\n"
    yield textwrap.indent(page.example, "    ")
    yield from _paragraphs(page.way_out)


def _paragraphs(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield ""
        yield from textwrap.wrap(paragraph, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _listed(pages: dict[str, Page]) -> Iterator[str]:
    """A line for each code, under those of its hundred."""
    for number, (group, found) in enumerate(
        itertools.groupby(pages.values(), key=lambda page: page.group)
    ):
        yield click.style(f"\n{group}" if number else group, bold=True)
        for page in found:
            line = f"  {page.code}  {page.title}"
            yield textwrap.fill(line, _WIDTH, subsequent_indent=" " * 10)
