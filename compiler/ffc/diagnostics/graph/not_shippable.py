"""FFC405: A task needs a function that Ray cannot send to a worker."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Error


@dataclass(frozen=True)
class NotShippable(Error):
    """A task needs a function that Ray cannot send to a worker.

    Ray sends the functions of a script by value. What `functools.cache` and `functools.lru_cache`
    make of a function can only be sent by its name, under which a worker does not find it.

    Example:

        @functools.cache
        def factorial(n): ...

        @task
        def binomial(n, k):
            return factorial(n) // factorial(k) // factorial(n - k)

    Take the decorator away, or keep a cache of your own inside the task.
    """

    code = "FFC405"

    name: str
    decorator: str
    task: Span

    @property
    def message(self) -> str:
        return f"`{self.name}` is decorated by `{self.decorator}`: Ray cannot send it to a worker"

    @property
    def help(self) -> str:
        return "take the decorator away, or keep a cache inside the task"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.task, "the task that needs it"),)
