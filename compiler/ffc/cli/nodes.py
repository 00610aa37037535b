"""`ffc nodes`."""

from __future__ import annotations

import re

import click

from .compiled import compiled_or_exit
from .completion import python_files
from .output import in_color, painted, put, say
from .report import diagnostics_option
from .source import no_inline_option


@click.command("nodes")
@click.argument("source", shell_complete=python_files)
@click.option("--query", "pattern", metavar="PATTERN", help="Only those that PATTERN finds.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "text"]),
    default="text",
    show_default=True,
    help="How to print them.",
)
@no_inline_option
@diagnostics_option
def nodes_command(
    source: str, pattern: str | None, form: str, no_inline: tuple[str, ...], diagnostics: str
) -> None:
    """List the nodes of SOURCE (- for standard input), and what each will get.

    PATTERN is a regular expression for the whole name, as in query(PATTERN) of an app. The names
    are those that nodes have when their workflow runs.
    """
    from ..graphs.asked import asked
    from ..graphs.build import graph_of
    from ..graphs.listed import as_json, as_table
    from ..graphs.text import unpainted

    graph = graph_of(compiled_or_exit(source, no_inline, diagnostics).staged)
    try:
        found = asked(graph, pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise click.UsageError(f"--query {pattern!r} is no pattern: {error}") from error
    if form == "json":
        put(as_json(graph, found, pattern))
    else:
        say(as_table(graph, found, pattern, painted if in_color() else unpainted))
