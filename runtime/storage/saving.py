"""Writes results of nodes, each whole or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping, Sequence
from threading import Lock
from typing import Any

from .file_names import escaped, file_for, folded
from .pickles import Pickles
from .reasons import words
from .results import damage, record_in, sealed


class Saving:
    """Saves to one folder; the names in `apart` get files that no system mixes up."""

    def __init__(
        self,
        place: Any,
        folder: str,
        pickles: Pickles,
        apart: Collection[str],
    ) -> None:
        self.place = place
        self.folder = folder
        self.pickles = pickles
        self.apart = apart
        self.there = place.files(folder)
        self.taken = {folded(file): file for file in self.there}
        self.pickling = Lock()  # one at a time: it is waiting that goes side by side

    def save(self, result: tuple[str, Any, Mapping[str, Any]]) -> str | None:
        """Store a name, its value and its record; None, or what went wrong."""
        name, value, record = result
        try:
            with self.pickling:
                data = self.pickles.dumps(value, self.place, self.folder)
            parts = sealed(data, {**record, "node": name})
        except Exception as error:
            return f"cannot be pickled: {words(error)}"
        file = escaped(name) if name in self.apart else file_for(name, self.taken)
        try:
            replaced = self._make_room(file, name) if file in self.there else []
            self.place.write(self.folder, file, parts)
        except Exception as error:
            self._discard(self.pickles.ids(data))
            return f"cannot be written: {words(error)}"
        self._discard(replaced)
        return None

    def _make_room(self, file: str, name: str) -> list[Any]:
        """Move aside what is no result of ours; of one, give the serializers' ids."""
        try:
            with self.place.opened(self.folder, file) as (size, read):
                record = record_in(size, read)
                known = isinstance(record, dict) and record["node"] == name
                if known and not damage(size, read):
                    return self.pickles.ids(read(0, size))
        except FileNotFoundError:
            return []  # another process has made room
        except OSError:
            pass
        with contextlib.suppress(FileNotFoundError):
            self.place.keep(self.folder, file)
        return []

    def _discard(self, ids: Sequence[Any]) -> None:
        self.pickles.discard(ids, self.place, self.folder)
