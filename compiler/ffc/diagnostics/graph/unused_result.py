"""FFC412: A node runs for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class UnusedResult(Warning_):
    """A node runs for nothing.

    A run executes it, since it follows from the roots above the leaves, but no other node takes its
    result, it is no leaf, and its task does nothing else: it does not print, write, or call
    anything of which ffc does not know that it only computes.

    Example:

        parts = load(10)
        size = count(parts)  # forgotten among the leaves
        RayWorkflow(total(parts), workflow_name="w").run()

    Make it a leaf, use it in another node, or delete it.
    """

    code = "FFC412"

    name: str
    task: str

    @property
    def message(self) -> str:
        return f"nobody uses the result of node `{self.name}`"

    @property
    def notes(self) -> tuple[str, ...]:
        return (f"task `{self.task}` does nothing else that ffc can see",)

    @property
    def help(self) -> str:
        return "make it a leaf, use it in another node, or delete it"
