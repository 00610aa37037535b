"""`ffc storage show`."""

from __future__ import annotations

import json
import reprlib
from typing import TYPE_CHECKING

import click

from ..diagnostics.nearest import nearest
from .printable import printable
from .storage_entries import Entry, entries_of, verified
from .storage_place import Refused, chosen_workflows, opened, place_arguments
from .storage_table import age, moment, size

if TYPE_CHECKING:
    from ffc.runtime.storage.store import Store

_LONGEST = 2000


@click.command("show")
@place_arguments
@click.argument("node")
@click.option(
    "--value",
    "with_value",
    is_flag=True,
    help="Show the value, too. That unpickles it, which runs code that the file names.",
)
def show_command(
    place: str, options: tuple[str, ...], workflow: str | None, node: str, with_value: bool
) -> None:
    """Show what is stored in PATH_OR_URL for NODE."""
    store = opened(place, options)
    entry = _the_one(store, chosen_workflows(store, workflow), node)
    for key, text in _facts(entry):
        click.echo(f"{key:<12}{text}")
    if with_value:
        click.echo(_value(store, entry))


def _the_one(store: Store, workflows: list[str], node: str) -> Entry:
    entries = [entry for one in workflows for entry in entries_of(store, one)]
    found = [entry for entry in entries if entry.node == node]
    if not found:
        close = nearest(node, {entry.node for entry in entries})
        hint = "" if close is None else f"; did you mean {printable(close)}?"
        raise Refused(f"no result of {printable(node)} is stored{hint}")
    if len(found) > 1:
        names = ", ".join(printable(entry.workflow) for entry in found)
        raise Refused(f"{printable(node)} is in several workflows: {names}; choose by --workflow")
    return verified(store, found)[0]


def _facts(entry: Entry) -> list[tuple[str, str]]:
    facts = [
        ("workflow", printable(entry.workflow)),
        ("node", printable(entry.node)),
        ("file", printable(f"{entry.folder}/{entry.file}")),
        ("size", size(entry.size)),
        ("changed", f"{moment(entry.changed)} ({age(entry.changed)} ago)"),
        ("state", printable(f"{entry.state}: {entry.reason}" if entry.reason else entry.state)),
    ]
    for key, value in (entry.record or {}).items():
        if key != "node":
            text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
            facts.append((printable(key), _shortened(text)))
    return facts


def _value(store: Store, entry: Entry) -> str:
    try:
        value = store.read(entry.workflow, entry.node)
        short = reprlib.Repr()
        short.maxother = short.maxstring = _LONGEST
        short.maxlist = short.maxtuple = short.maxdict = short.maxset = short.maxarray = 20
        text = f"{type(value).__name__}\n{short.repr(value)}"
    except Exception as error:  # of whatever the file names
        raise Refused(f"cannot show the value: {printable(str(error))}") from error
    return "value       " + "\n".join(map(printable, text.split("\n")))


def _shortened(text: str) -> str:
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
