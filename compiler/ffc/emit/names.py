"""Names of the driver: the user's own, numbered only where two would collide."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterable, Set


class Names:
    """The names taken in a driver. Given out in a fixed order, so that they are always the same."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*keyword.kwlist, *taken}
        self._next: dict[str, int] = {}  # wanted name → the first number that may be free
        self.wanted: dict[str, str] = {}  # what was given → what was wanted

    def take(self, wanted: str, avoided: Set[str] = frozenset()) -> str:
        """`wanted` if it is free, else `wanted` with a number; none that is to be `avoided`."""
        name, number = wanted, self._next.get(wanted, 2)
        while name in self._taken or name in avoided:
            name, number = f"{wanted}_{number}", number + 1
        self._taken.add(name)
        self.wanted[name] = wanted
        if not avoided:
            self._next[wanted] = number
        return name

    def copy(self) -> Names:
        """The names of a scope beside this one."""
        return Names(self._taken)


def identifier(text: str) -> str:
    """A name made of any text: `big, slow-model` gives `big_slow_model`."""
    name = suffix(text)
    name = name if name.isidentifier() else f"node_{name}" if name else "node"
    return f"{name}_" if keyword.iskeyword(name) or hasattr(builtins, name) else name


def ascii_name(name: str) -> str:
    """The name without accents: `fläche` is `flache`; `task` where nothing is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return plain if plain.isidentifier() else "task"


def suffix(text: str) -> str:
    """The same, to be put behind a name."""
    return re.sub(r"\W+", "_", text).strip("_")
