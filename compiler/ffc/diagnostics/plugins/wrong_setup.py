"""FFC603: A plugin cannot call this in a worker."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongSetup(Error):
    """A plugin cannot call this in a worker.

    An `InitializerPlugin` calls `func()`, a `RandomStatePlugin` calls `seed_func(seed)`, in the
    process of the node, before it. Both are plain functions, which do their work when they are
    called.

    Example:

        async def prepare(): ...

        InitializerPlugin(prepare)

    Write a function that takes just that, and does the work.
    """

    code = "FFC603"

    reason: str

    @property
    def message(self) -> str:
        return f"a plugin cannot call this: {self.reason}"

    @property
    def help(self) -> str:
        return "give a plain function: `func()` takes nothing, `seed_func(seed)` the seed"
