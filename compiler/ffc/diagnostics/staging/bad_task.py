"""FFC216: Something cannot be a task."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class BadTask(Error):
    """Something cannot be a task.

    Ray runs plain functions and classes as tasks and actors. It refuses `async def` tasks, and runs
    calls of `async` methods at the same time, where a workflow promises one after another.

    Example:

        @task
        async def load(path): ...

    Write a plain function; inside it, `asyncio.run(...)` may run asynchronous code.
    """

    code = "FFC216"

    name: str
    reason: str

    @property
    def message(self) -> str:
        return f"`{self.name}` cannot be a node: {self.reason}"

    @property
    def help(self) -> str:
        if "generator" in self.reason:
            return "return a list of the values"
        return "make it a plain `def`, with `asyncio.run(...)` inside where needed"
