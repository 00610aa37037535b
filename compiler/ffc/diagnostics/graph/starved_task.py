"""FFC411: Actors hold what a task needs."""

from __future__ import annotations

from dataclasses import dataclass

from ...source import Span
from ..model import Warning_


@dataclass(frozen=True)
class StarvedTask(Warning_):
    """Actors hold what a task needs.

    The object of a class node that asks for CPUs, GPUs or other resources holds them until the
    driver ends. If those of one driver hold so much that `ray_init_args` leaves too little for a
    task, or for one more of them, the driver waits for ever. An object without such options holds
    nothing; one with `num_gpus` or `resources` but without `num_cpus` holds a CPU too.

    Example:

        flow = RayWorkflow(leaf, workflow_name="w", ray_init_args={"num_cpus": 2})
        # Two models, and tasks behind them.
        flow.query("Model_.*").set_remote_args({"num_cpus": 1})

    Let them hold less (`"num_cpus": 0`), or start Ray with more.
    """

    code = "FFC411"

    held: str
    given: str
    starved: str
    is_certain: bool
    others: int
    place: Span
    needed: str

    @property
    def message(self) -> str:
        waits = "waits" if self.is_certain else "may wait"
        return f"class nodes hold {self.held} of {self.given}: `{self.starved}` {waits} for ever"

    @property
    def notes(self) -> tuple[str, ...]:
        found = ["an object of a class node holds its resources until the driver ends"]
        if not self.is_certain:
            found.append("the task runs only if Ray starts it before them")
        if self.others:
            more = "1 more node waits" if self.others == 1 else f"{self.others} more nodes wait"
            found.append(f"{more} like it")
        return tuple(found)

    @property
    def help(self) -> str:
        return "let them hold less, or give Ray more in `ray_init_args`"

    @property
    def related(self) -> tuple[tuple[Span, str], ...]:
        return ((self.place, f"needs {self.needed}"),)
