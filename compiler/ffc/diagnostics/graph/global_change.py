"""FFC406: A task changes a variable of the module."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_


@dataclass(frozen=True)
class GlobalChange(Warning_):
    """A task changes a variable of the module.

    Ray sends a task with copies of the variables that it names. What it changes is such a copy: the
    driver, the other tasks and the other workers do not see the change, though all of them do when
    the app runs in one process. Of a class node, which keeps its copy, only `global` is reported.

    Example:

        RESULTS = []

        @task
        def train(rate):
            RESULTS.append(fit(rate))

    Return what is to be kept and take it from the node, or keep it in an object of a class node. A
    cache that each worker may have for itself can stay: say so in a comment,
    `# ffc: ignore[FFC406]`.
    """

    code = "FFC406"

    name: str
    owner: str
    helper: str
    is_actor: bool
    task: Span | None

    @property
    def message(self) -> str:
        who = f"`{self.helper}`, which {self.owner} uses," if self.helper else self.owner
        return f"{who} changes `{self.name}` of the module: the change stays on its worker"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("a worker has a copy of it, which the driver and the other workers do not see",)

    @property
    def help(self) -> str:
        if self.is_actor:
            return "keep it in `self`, and return it by a method"
        return "return what is to be kept, or keep it in an object of a class node"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return () if self.task is None else ((self.task, "what uses it"),)
