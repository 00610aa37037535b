"""`ffc storage ls`."""

from __future__ import annotations

import fnmatch

import click

from .storage_entries import entries_of, leftovers_of, verified
from .storage_place import chosen_workflows, opened, place_arguments
from .storage_table import as_json, leftover_lines, table


@click.command("ls")
@place_arguments
@click.argument("pattern", default="*", metavar="[GLOB]")
@click.option("--verify", is_flag=True, help="Read all files, to find those that are corrupt.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "text"]),
    default="text",
    show_default=True,
    help="How to print them.",
)
def ls_command(
    place: str,
    options: tuple[str, ...],
    workflow: str | None,
    pattern: str,
    verify: bool,
    form: str,
) -> None:
    """List the results in PATH_OR_URL whose nodes match GLOB.

    Of their states, fresh and stale compare a result with what the last driver wanted; stored says
    that no driver has wanted the node since. A file without a record, as functionfuse writes them,
    is unchecked until --verify has read it.
    """
    store = opened(place, options)
    workflows = chosen_workflows(store, workflow)
    every = [entry for one in workflows for entry in entries_of(store, one)]
    entries = [entry for entry in every if fnmatch.fnmatchcase(entry.node, pattern)]
    if verify:
        entries = verified(store, entries)
    leftovers = [left for one in workflows for left in leftovers_of(store, one)]
    if form == "json":
        click.echo(as_json(entries, leftovers))
        return
    click.echo(table(entries) if entries else "no result matches" if every else "nothing is stored")
    for line in leftover_lines(place, leftovers):
        click.echo(line)
