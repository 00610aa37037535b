"""What is in a storage: results and their states, and what was left beside them."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ffc.runtime.storage.store import Store

IN_USE = 3600  # a temporary file that was changed within these seconds may be being written


@dataclass(frozen=True)
class Entry:
    """A stored result. `reason` says what is wrong with one that is corrupt or foreign."""

    workflow: str
    node: str
    folder: str
    file: str
    size: int
    changed: float
    state: str
    reason: str = ""
    record: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Leftover:
    """A file that is no result: one half written, or one that was moved aside."""

    workflow: str
    folder: str
    file: str
    size: int
    changed: float

    @property
    def kept(self) -> bool:
        """Whether it was moved aside: else a save was cut off, or is at work."""
        return not self.file.startswith(".tmp-")

    @property
    def in_use(self) -> bool:
        """Whether a save may be at work on it."""
        return not self.kept and time.time() - self.changed < IN_USE


def entries_of(store: Store, workflow: str) -> list[Entry]:
    """The results of a workflow, by name; only the ends of files are read."""
    from ffc.runtime.storage.file_names import candidates

    found: dict[str, Entry] = {}
    for folder in store.folders_of(workflow):
        wanted = _wanted(store, folder)
        known = {file: name for name in wanted for file in candidates(name)}
        sizes = store.place.files(folder)

        files = [file for file in sizes if not file.startswith(".") or file in known]
        files.sort(key=lambda file: not file.startswith("~"))  # which come first when reading
        for file, record in store.records(folder, files, sizes):
            if record == "missing":
                continue
            node = record["node"] if isinstance(record, dict) else known.get(file, file)
            state, _, reason = _state(record, wanted).partition(": ")
            own = record if isinstance(record, dict) else None
            size, changed = sizes[file]
            entry = Entry(workflow, node, folder, file, size, changed, state, reason, own)
            found.setdefault(node, entry)
    return [found[node] for node in sorted(found)]


def verified(store: Store, entries: Sequence[Entry]) -> list[Entry]:
    """The same, their files read to the end."""
    from ffc.runtime.storage.results import damage, words
    from ffc.runtime.storage.threads import in_threads

    def one(entry: Entry) -> Entry:
        if entry.reason:
            return entry
        try:
            with store.place.opened(entry.folder, entry.file) as (size, read):
                wrong = damage(size, read)
        except OSError as error:
            wrong = f"cannot be read: {words(error)}"
        if wrong is not None:
            return replace(entry, state="corrupt", reason=wrong.removeprefix("corrupt: "))
        return replace(entry, state="stored") if entry.state == "unchecked" else entry

    done: list[Entry] = in_threads(one, entries)
    return done


def leftovers_of(store: Store, workflow: str) -> list[Leftover]:
    """The files beside the results of a workflow."""
    found = []
    for folder in store.folders_of(workflow):
        beside = {
            **{n: at for n, at in store.place.files(folder).items() if n.startswith(".tmp-")},
            **{f".kept/{n}": at for n, at in store.place.files(folder, ".kept").items()},
        }
        found += [Leftover(workflow, folder, name, *at) for name, at in beside.items()]
    return found


def _wanted(store: Store, folder: str) -> Mapping[str, Any]:
    """The fingerprints that the last driver wanted; none if no driver has said."""
    try:
        wanted = json.loads(store.place.read(folder, ".wanted"))
    except (OSError, ValueError, RecursionError):
        return {}
    return wanted if isinstance(wanted, dict) else {}


def _state(record: Any, wanted: Mapping[str, Any]) -> str:
    if isinstance(record, str):
        is_told = record.startswith(("corrupt: ", "foreign: "))
        return record if is_told else f"corrupt: {record}"
    if record is None:
        return "unchecked"
    if record["node"] not in wanted:
        return "stored"
    return "fresh" if record.get("fingerprint") == wanted[record["node"]] else "stale"
