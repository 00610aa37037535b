"""Stored results of nodes, as seen where the files are."""

from __future__ import annotations

import fnmatch
import json
import os
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from .file_names import alike, candidates
from .layout import folders_of, look, made_folder, workflow_in
from .pickles import Pickles, adopt
from .places import place_at
from .reasons import words
from .results import Unreadable, damage, record_in
from .saving import Saving
from .threads import in_threads

WANTED = ".wanted"  # the fingerprints of what the last run wanted


class Store:
    """The results of workflows in the folder `path`, or behind the URL that it is.

    `options` are fsspec's. Raises `OSError` if nothing there can be reached.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        options: Mapping[str, Any] | None = None,
        pickles: Pickles | None = None,
    ) -> None:
        self.path = os.fspath(path)
        self.pickles = pickles or Pickles()
        self.options = options or {}
        self.place = place_at(self.path, self.options)

    def parts(self) -> tuple[Any, ...]:
        """What makes the same store in another process."""
        is_plain = type(self.pickles) is Pickles
        return self.path, self.options, None if is_plain else self.pickles

    def index(self, workflow: str, names: Collection[str] = ()) -> dict[str, Any]:
        """Stored names: each with its record, None for want of one, or what is wrong.

        Only the ends of files are looked at. A file that does not tell its node goes by
        its own name, unless it is where one of `names` would be.
        """
        known = {file: name for name in names for file in candidates(name)}
        index: dict[str, Any] = {}
        for folder in folders_of(self.place, workflow):
            sizes = self.place.files(folder)
            files = [file for file in sizes if file[0] != "." or file in known]
            files.sort(key=lambda file: file[0] != "~")  # as `read` looks for them

            for file, record in self._records(folder, files, sizes):
                if isinstance(record, dict):
                    index.setdefault(record["node"], record)
                elif record != "missing":
                    index.setdefault(known.get(file, file), record)
        return dict(sorted(index.items()))

    def read(
        self, workflow: str, name: str, classes: Mapping[str, type] | None = None
    ) -> Any:
        """The stored value, or `Unreadable`; `classes` are those of `__main__`."""
        for one in (classes or {}).values():
            adopt(one)
        try:
            for folder in folders_of(self.place, workflow):
                for file in candidates(name):
                    try:
                        data = self.place.read(folder, file)
                    except FileNotFoundError:
                        continue
                    return self._value(folder, name, data)
        except OSError as error:
            raise Unreadable(f"cannot be read: {words(error)}") from error
        raise Unreadable("missing")

    def save(
        self,
        workflow: str,
        results: Sequence[tuple[str, Any, Mapping[str, Any]]],
        apart: Collection[str] = (),
    ) -> list[str | None]:
        """Store each (name, value, record); per result None, or what went wrong.

        What counts as stored is durable. `apart` are the run's names that are `alike`.
        """
        apart = {*apart, *alike(name for name, _, _ in results)}
        try:
            folder = made_folder(self.place, workflow)
            saving = Saving(self.place, folder, self.pickles, apart)
            said = in_threads(saving.save, results)
            self.place.settle(folder)
        except OSError as error:
            return [f"cannot be written: {words(error)}"] * len(results)
        return said

    def names(self, workflow: str, pattern: str = "*") -> list[str]:
        """The stored names that match a glob pattern."""
        names: set[str] = set()
        for folder in folders_of(self.place, workflow):
            sizes = self.place.files(folder)
            names.update(file for file in sizes if file[0] not in ".~")
            hidden = [file for file in sizes if file[0] == "~"]
            for file, record in self._records(folder, hidden, sizes):
                names.add(record["node"] if isinstance(record, dict) else file)
        return sorted(name for name in names if fnmatch.fnmatchcase(name, pattern))

    def workflows(self) -> list[str]:
        """The names of the workflows."""
        folders = [folder for folder in self.place.folders() if folder[0] != "."]
        return sorted({workflow_in(self.place, folder) for folder in folders})

    def want(self, workflow: str, fingerprints: Mapping[str, str]) -> None:
        """Note what is not stale: the fingerprint of each node that a run wants."""
        folder = made_folder(self.place, workflow)
        self.place.write(folder, WANTED, [json.dumps(fingerprints).encode()])

    def remove(self, workflow: str, name: str) -> None:
        """Remove a result, and what serializers keep of it."""
        found = [
            (folder, file)
            for folder in folders_of(self.place, workflow)
            for file in candidates(name)
            if self._is_of(name, folder, file)
        ]
        if not found:
            raise FileNotFoundError(f"workflow {workflow!r} has no result {name!r}")
        for folder, file in found:
            ids = self.pickles.ids(self.place.read(folder, file))
            self.place.remove(folder, file)
            self.pickles.discard(ids, self.place, folder)

    def remove_workflow(self, workflow: str) -> None:
        """Remove all that is stored of a workflow."""
        for folder in folders_of(self.place, workflow):
            self.place.remove_folder(folder)

    def _records(
        self, folder: str, files: Sequence[str], sizes: Mapping[str, tuple[int, float]]
    ) -> list[tuple[str, Any]]:
        def one(file: str) -> tuple[str, Any]:
            return file, look(self.place, folder, file, sizes[file][0])

        return in_threads(one, files)

    def _is_of(self, name: str, folder: str, file: str) -> bool:
        record = look(self.place, folder, file)
        if isinstance(record, dict):
            return bool(record["node"] == name)
        # Systems that are careless about case find other files by this name, too.
        return record != "missing" and file in self.place.files(folder)

    def _value(self, folder: str, name: str, data: bytes) -> Any:
        def read(start: int, stop: int) -> bytes:
            return data[start:stop]

        record = record_in(len(data), read)
        if isinstance(record, dict) and record["node"] != name:
            raise Unreadable(f"foreign: it is the result of {record['node']!r}")
        wrong = record if isinstance(record, str) else damage(len(data), read)
        if wrong:
            raise Unreadable(wrong)
        try:
            return self.pickles.loads(data, self.place, folder)
        except Exception as error:
            raise Unreadable(f"cannot be unpickled: {words(error)}") from error
