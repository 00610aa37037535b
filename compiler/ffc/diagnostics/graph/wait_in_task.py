"""FFC408: A task waits for other tasks."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_


@dataclass(frozen=True)
class WaitInTask(Warning_):
    """A task waits for other tasks.

    A task that calls `ray.get` or `ray.wait` keeps its worker while it waits. If all workers wait
    like this, the tasks that they wait for never run. `ray.wait(..., timeout=0)` only looks, and is
    fine.

    Example:

        @task
        def total(parts):
            return sum(ray.get(parts))

    Pass the nodes as arguments: Ray runs the task when their values are there.
    """

    code = "FFC408"

    called: str
    owner: str
    helper: str
    task: Span | None

    @property
    def message(self) -> str:
        who = f"`{self.helper}`, which {self.owner} uses," if self.helper else self.owner
        return f"{who} waits in `{self.called}`"

    @property
    def label(self) -> str:
        return "blocks a worker"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("if every worker waits, the tasks that they wait for never run",)

    @property
    def help(self) -> str:
        return "pass nodes as arguments: Ray runs the task when their values are there"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.task is None else ((self.task, "what uses it"),)
