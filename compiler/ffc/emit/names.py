"""Names of the driver: the user's own, numbered only where two would collide."""

from __future__ import annotations

import builtins
import keyword
import re
from collections.abc import Iterable


class Names:
    """The names taken in a driver. Given out in a fixed order, so that they are always the same."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {*keyword.kwlist, *taken}

    def take(self, *wanted: str) -> str:
        """The first of the `wanted` that is free; none: the last of them, numbered."""
        for name in wanted:
            if name not in self._taken:
                self._taken.add(name)
                return name
        number = 2
        while f"{wanted[-1]}_{number}" in self._taken:
            number += 1
        return self.take(f"{wanted[-1]}_{number}")


def identifier(text: str) -> str:
    """A name made of any text: `big, slow-model` gives `big_slow_model`."""
    name = re.sub(r"\W+", "_", text).strip("_")
    name = name if name.isidentifier() else f"node_{name}" if name else "node"
    return f"{name}_" if keyword.iskeyword(name) or hasattr(builtins, name) else name
