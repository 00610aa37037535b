"""`ffc storage rm`."""

from __future__ import annotations

import fnmatch
import sys
from typing import TYPE_CHECKING, Any

import click

from .printable import printable
from .storage_entries import Entry, Leftover, entries_of, leftovers_of, verified
from .storage_place import chosen_workflows, opened, place_arguments
from .storage_table import counted, size, table

if TYPE_CHECKING:
    from ffc.runtime.storage.store import Store

_SHOWN = 20


@click.command("rm")
@place_arguments
@click.argument("patterns", nargs=-1, metavar="[GLOB]...")
@click.option("--stale", is_flag=True, help="Only results that are stale.")
@click.option("--corrupt", is_flag=True, help="Only results that are corrupt: all are read.")
@click.option("--leftovers", is_flag=True, help="Files half written, and files moved aside.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def rm_command(
    place: str,
    options: tuple[str, ...],
    workflow: str | None,
    patterns: tuple[str, ...],
    stale: bool,
    corrupt: bool,
    leftovers: bool,
    yes: bool,
) -> None:
    """Remove results in PATH_OR_URL whose nodes match a GLOB.

    It says what it would remove, and asks.
    """
    states = {state for state, asked in (("stale", stale), ("corrupt", corrupt)) if asked}
    if not (patterns or states or leftovers):
        raise click.UsageError("say what to remove: a GLOB, --stale, --corrupt or --leftovers")
    store = opened(place, options)
    workflows = chosen_workflows(store, workflow)
    entries: list[Entry] = []
    if patterns or states:
        every = (entry for one in workflows for entry in entries_of(store, one))
        entries = [entry for entry in every if _is_named(entry, patterns)]
        entries = verified(store, entries) if corrupt else entries
        entries = [entry for entry in entries if not states or entry.state in states]
    beside = [one for name in workflows for one in leftovers_of(store, name)] if leftovers else []
    _say(entries, beside)
    beside = [one for one in beside if not one.in_use]
    if (entries or beside) and (yes or _asked(len(entries), len(beside))):
        _remove(store, entries, beside)


def _is_named(entry: Entry, patterns: tuple[str, ...]) -> bool:
    return not patterns or any(fnmatch.fnmatchcase(entry.node, one) for one in patterns)


def _say(entries: list[Entry], beside: list[Leftover]) -> None:
    if not (entries or beside):
        click.echo("there is nothing to remove")
    if entries:
        click.echo(table(entries[:_SHOWN]))
    if len(entries) > _SHOWN:
        more = entries[_SHOWN:]
        click.echo(f"and {len(more)} more, {size(sum(entry.size for entry in more))}")
    for one in beside:
        what = "may be being written: it stays" if one.in_use else size(one.size)
        click.echo(f"{printable(f'{one.folder}/{one.file}')}: {what}")


def _asked(results: int, files: int) -> bool:
    parts = [counted(results, "result")] if results else []
    parts += [counted(files, "other file")] if files else []
    try:
        agreed = click.confirm(f"Remove {' and '.join(parts)}?")
    except click.Abort:
        click.echo("\nffc: no answer: --yes removes without asking", err=True)
        sys.exit(2)
    if not agreed:
        click.echo("nothing was removed")
    return agreed


def _remove(store: Store, entries: list[Entry], beside: list[Leftover]) -> None:
    from ffc.runtime.storage.results import words
    from ffc.runtime.storage.serializers import Serialized

    store.pickles = Serialized(_serializers())
    failed = 0
    every: list[Entry | Leftover] = [*entries, *beside]
    for one in every:
        try:
            if isinstance(one, Entry):
                _note_big_data(store, one)
                store.remove(one.workflow, one.node)
            else:
                store.place.remove(one.folder, one.file)
        except FileNotFoundError:
            pass  # someone else has removed it
        except OSError as error:
            failed += 1
            name = printable(f"{one.folder}/{one.file}")
            click.echo(f"ffc: cannot remove {name}: {words(error)}", err=True)
    click.echo(f"removed {counted(len(every) - failed, 'file')}")
    if failed:
        sys.exit(2)


def _serializers() -> tuple[Any, ...]:
    """Those that ffc knows, if what they need is here."""
    try:
        from ffc.runtime.storage.dask_arrays import DaskArraySerializer
    except ImportError:
        return ()
    return (DaskArraySerializer,)


def _note_big_data(store: Store, entry: Entry) -> None:
    """Say what stays: of serializers that only the app has, no one here knows the files."""
    if not store.place.files(entry.folder, "bigdata"):
        return
    known = {one.name for one in store.pickles.serializers}
    pids = store.pickles.ids(store.place.read(entry.folder, entry.file))
    for name in sorted({str(pid[0]) for pid in pids if isinstance(pid, tuple)} - known):
        where = printable(f"{entry.folder}/bigdata")
        text = f"what the serializer {printable(name)} has of {printable(entry.node)} stays"
        click.echo(f"{text} in {where}")
