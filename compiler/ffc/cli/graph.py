"""`ffc graph`."""

from __future__ import annotations

import sys

import click

from .compiled import compiled_or_exit
from .completion import python_files
from .output import in_color, painted, put, say
from .report import diagnostics_option
from .source import no_inline_option

_FORMATS = ("text", "mermaid", "dot", "svg", "json")


@click.command("graph")
@click.argument("source", shell_complete=python_files)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
    help="How to show it.",
)
@no_inline_option
@diagnostics_option
def graph_command(source: str, form: str, no_inline: tuple[str, ...], diagnostics: str) -> None:
    """Show what SOURCE (- for standard input) runs: nodes, what goes where, options.

    Loops are folded: what a line makes in all passes is one entry.
    """
    from ..graphs.build import graph_of

    graph = graph_of(compiled_or_exit(source, no_inline, diagnostics).staged)
    if form == "text":
        from ..graphs.text import as_text, unpainted

        say(as_text(graph, painted if in_color() else unpainted))
    elif form == "mermaid":
        from ..graphs.mermaid import as_mermaid

        put(as_mermaid(graph))
    elif form == "dot":
        from ..graphs.dot import as_dot

        put(as_dot(graph))
    elif form == "json":
        from ..graphs.as_json import as_json

        put(as_json(graph))
    else:
        from ..drawing import Unavailable
        from ..graphs.svg import as_svg

        try:
            put(as_svg(graph))
        except Unavailable as error:
            click.echo(f"ffc: {error}", err=True)
            sys.exit(2)
