"""Stored results of nodes, as seen where the files are."""

from __future__ import annotations

import contextlib
import fnmatch
import json
import os
import pickle
from collections.abc import Collection, Mapping, Sequence
from itertools import islice, product
from typing import Any

from .bucket import Bucket
from .features import CLASSES, ITEMS, SERIALIZERS, URLS
from .file_names import alike, candidates, escaped, file_for, folded
from .folder import Folder
from .pickles import adopt, dumps
from .results import Unreadable, damage, record_in, sealed, words
from .serializers import Serialized
from .threads import in_threads

NAME = ".name"  # what a workflow is called whose folder cannot be
WANTED = ".wanted"  # the fingerprints of what the last run wanted


class Store:
    """The results of workflows in the folder `path`, or behind the URL that it is.

    `options` are fsspec's. Raises `OSError` if nothing there can be reached.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        options: Mapping[str, Any] | None = None,
        pickles: Serialized | None = None,
    ) -> None:
        self.parts = path, options, pickles  # for the same in another process
        self.path = os.fspath(path)
        self.place: Any = Folder(self.path)
        if URLS:
            kind, _, rest = self.path.partition("://")
            if rest:
                is_local = kind in ("file", "local")
                self.place = (
                    Folder(rest) if is_local else Bucket(self.path, options or {})
                )
        if SERIALIZERS:
            self.pickles = pickles or Serialized()

    def index(self, workflow: str, names: Collection[str] = ()) -> dict[str, Any]:
        """Stored names: each with its record, None for want of one, or what is wrong.

        Only the ends of files are looked at. A file that does not tell its node goes by
        its own name, unless it is where one of `names` would be.
        """
        known = {file: name for name in names for file in candidates(name)}
        index: dict[str, Any] = {}
        for folder in self.folders_of(workflow):
            sizes = self.place.files(folder)
            files = [file for file in sizes if file[0] != "." or file in known]
            files.sort(key=lambda file: file[0] != "~")  # as `read` looks for them
            for file, record in self.records(folder, files, sizes):
                if isinstance(record, dict):
                    index.setdefault(record["node"], record)
                elif record != "missing":
                    index.setdefault(known.get(file, file), record)
        return dict(sorted(index.items()))

    def look(
        self, workflow: str, wanted: dict[str, str]
    ) -> tuple[dict[str, Any], str | None]:
        """What `index` has of the `wanted`, and why nothing can be written, if so."""
        found, problem = {}, None
        try:
            found = self.index(workflow, wanted)
            self.want(workflow, wanted)
        except OSError as error:
            problem = words(error)
        return found, problem

    def read(
        self, workflow: str, name: str, classes: Mapping[str, type] | None = None
    ) -> Any:
        """The stored value, or `Unreadable`; `classes` are those of `__main__`."""
        if CLASSES:
            for one in (classes or {}).values():
                adopt(one)
        try:
            for place in product(self.folders_of(workflow), candidates(name)):
                with contextlib.suppress(FileNotFoundError):
                    return self._value(place[0], name, self.place.read(*place))
        except OSError as error:
            raise Unreadable(f"cannot be read: {words(error)}") from error
        raise Unreadable("missing")

    def read_items(self, workflow: str, name: str, count: int, *classes: Any) -> Any:
        """What is wrong with a result, or None; then the result, or its items."""
        try:
            items = [self.read(workflow, name, *classes)]
            if ITEMS:
                items = [*items[0]] if count > 1 else items
                if len(items) != count:
                    raise Unreadable(f"has {len(items)} items")
        except Exception as error:
            return [str(error), *[None] * count]
        return [None, *items]

    def save_values(
        self, workflow: str, apart: Any, records: list[Any], *values: Any
    ) -> Any:
        """Store values with their records; of some, Ray has given the items."""
        if ITEMS:
            left = iter(values)
            values = tuple(
                tuple(islice(left, count)) if count > 1 else next(left)
                for _, count in records
            )
        results = [(r["node"], v, r) for (r, _), v in zip(records, values, strict=True)]
        return self.save(workflow, results, apart)

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
            folder = self._made(workflow)
            there = self.place.files(folder)
            taken = {folded(file): file for file in there}
            taken |= {folded(name): "" for name in apart}  # for no one as it is
            pickled = (
                (name, self._sealed(folder, value, {**record, "node": name}))
                for name, value, record in results
            )
            said = in_threads(
                lambda one: self._write(folder, there, taken, *one), pickled
            )
            self.place.settle(folder)
        except OSError as error:
            return [f"cannot be written: {words(error)}"] * len(results)
        return said

    def _sealed(self, folder: str, value: Any, record: Any) -> list[bytes] | str:
        """The parts of the file, or why there are none."""
        try:
            if SERIALIZERS:
                return sealed(self.pickles.dumps(value, self.place, folder), record)
            return sealed(dumps(value), record)
        except Exception as error:
            return f"cannot be pickled: {words(error)}"

    def _write(
        self, folder: str, there: Any, taken: Any, name: str, parts: Any
    ) -> str | None:
        if isinstance(parts, str):
            return parts
        file = file_for(name, taken)
        is_there = file in there
        try:
            is_ours = is_there and self._is_ours(folder, file, name)
            if SERIALIZERS:
                old = self.place.read(folder, file) if is_ours else b""
            if is_there and not is_ours:
                with contextlib.suppress(FileNotFoundError):  # gone meanwhile
                    self.place.keep(folder, file)
            self.place.write(folder, file, parts)
        except Exception as error:
            if SERIALIZERS:
                self.pickles.discard(parts[0], self.place, folder)
            return f"cannot be written: {words(error)}"
        if SERIALIZERS:
            self.pickles.discard(old, self.place, folder)
        return None

    def _is_ours(self, folder: str, file: str, name: str) -> bool:
        """Whether a file is a whole result, of the node that is called `name`."""
        with (
            contextlib.suppress(OSError),
            self.place.opened(folder, file) as (size, read),
        ):
            record = record_in(size, read)
            is_known = isinstance(record, dict) and record["node"] == name
            return is_known and not damage(size, read)
        return False

    def names(self, workflow: str, pattern: str = "*") -> list[str]:
        """The stored names that match a glob pattern."""
        names: set[str] = set()
        for folder in self.folders_of(workflow):
            sizes = self.place.files(folder)
            names.update(file for file in sizes if file[0] not in ".~")
            hidden = [file for file in sizes if file[0] == "~"]
            for file, record in self.records(folder, hidden, sizes):
                names.add(record["node"] if isinstance(record, dict) else file)
        return sorted(name for name in names if fnmatch.fnmatchcase(name, pattern))

    def workflows(self) -> list[str]:
        """The names of the workflows."""
        folders = [folder for folder in self.place.folders() if folder[0] != "."]
        return sorted({self._workflow_in(folder) for folder in folders})

    def want(self, workflow: str, fingerprints: Mapping[str, str]) -> None:
        """Note what is not stale: the fingerprint of each node that a run wants."""
        folder = self._made(workflow)
        self.place.write(folder, WANTED, [json.dumps(fingerprints).encode()])

    def remove(self, workflow: str, name: str) -> None:
        """Remove a result, and what serializers keep of it."""
        found = [
            (folder, file)
            for folder in self.folders_of(workflow)
            for file in candidates(name)
            if self._is_of(name, folder, file)
        ]
        if not found:
            raise FileNotFoundError(f"workflow {workflow!r} has no result {name!r}")
        for folder, file in found:
            if SERIALIZERS:
                data = self.place.read(folder, file)
            self.place.remove(folder, file)
            if SERIALIZERS:
                self.pickles.discard(data, self.place, folder)

    def remove_workflow(self, workflow: str) -> None:
        """Remove all that is stored of a workflow."""
        for folder in self.folders_of(workflow):
            self.place.remove_folder(folder)

    def folders_of(self, workflow: str) -> list[str]:
        """The folders of a workflow that are there, best first."""
        there = set(self.place.folders())
        return [folder for folder in candidates(workflow) if folder in there]

    def records(
        self, folder: str, files: Sequence[str], sizes: Mapping[str, tuple[int, float]]
    ) -> list[tuple[str, Any]]:
        """Each file with its record, None for want of one, or what is wrong."""
        return in_threads(
            lambda file: (file, self._look(folder, file, sizes[file][0])), files
        )

    def _look(self, folder: str, file: str, size: int = 0) -> Any:
        try:
            with self.place.opened(folder, file, size) as (size, read):
                record = record_in(size, read)
        except FileNotFoundError:
            return "missing"
        except OSError as error:
            return f"cannot be read: {words(error)}"
        if isinstance(record, dict) and file not in candidates(record["node"]):
            return f"foreign: it is the result of {record['node']!r}"
        return record

    def _made(self, workflow: str) -> str:
        """The folder to write a workflow's results to."""
        folder = file_for(workflow, {folded(one): one for one in self.place.folders()})
        self.place.make(folder)
        if folder == escaped(workflow) and NAME not in self.place.files(folder):
            self.place.write(folder, NAME, [json.dumps(workflow).encode()])
        return folder

    def _workflow_in(self, folder: str) -> str:
        """The name of the workflow that has a folder."""
        if folder[0] == "~":
            try:
                name = json.loads(self.place.read(folder, NAME))
            except (OSError, ValueError):
                return folder
            if isinstance(name, str) and escaped(name) == folder:
                return name
        return folder

    def _is_of(self, name: str, folder: str, file: str) -> bool:
        record = self._look(folder, file)
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
            if SERIALIZERS:
                return self.pickles.loads(data, self.place, folder)
            return pickle.loads(data)
        except Exception as error:
            raise Unreadable(f"cannot be unpickled: {words(error)}") from error
