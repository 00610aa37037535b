"""A random app runs while it is written: each statement is kept only if it works.

So what each variable stands for is not worked out, but looked up.
"""

from __future__ import annotations

from typing import Any

from ffc.authoring.node import Node

from ..judging.process import Script, TooLong, at_most
from ..judging.strict import Illegal, Watch, watched
from .values import Value, describe

_SECONDS = 2


class Live:
    """An app as far as it is written, run in a library that watches it."""

    def __init__(self) -> None:
        self.chunks: list[str] = []
        self.rejected: list[tuple[str, str]] = []
        self._replay()

    def attempt(self, chunk: str) -> bool:
        """Runs some more statements. If that fails, everything is as before."""
        try:
            self._run(chunk)
            self.values()  # fails if a container holds itself
        except (Exception, Illegal, TooLong) as error:
            self.rejected.append((chunk, f"{type(error).__name__}: {error}"))
            self._replay()
            return False
        self.chunks.append(chunk)
        return True

    def values(self) -> dict[str, Value]:
        """The variables that random apps can use, in the order in which they were bound."""
        found = {}
        for name, thing in self._script.names.items():
            result = self._watch.results.get(thing) if isinstance(thing, Node) else None
            value = None if name.startswith("_") else describe(thing, result)
            if value is not None:
                found[name] = value
        return found

    def value(self, name: str) -> Any:
        return self._script.names[name]

    @property
    def has_objects(self) -> bool:
        """Whether decorated classes were called."""
        return any(isinstance(node.function, type) for node in self._watch.results)

    def _replay(self) -> None:
        self._script, self._watch = Script(), Watch()
        for chunk in self.chunks:
            self._run(chunk)

    def _run(self, chunk: str) -> None:
        with watched(self._watch), at_most(_SECONDS):
            self._script.run(chunk)
            self._watch.settle()
